import { DialogBody } from '../../../ui/layout.tsx';
import { showToast } from '../../../ui/toast/toast.ts';
import { codesApi } from '../../api/codes.ts';
import { Buttons } from '../../confirm/Buttons.tsx';
import { useAct } from '../../confirm/use-act.ts';
import * as t from '../../messages/texts.ts';
import type { FormProps } from './form-props.ts';

export function RestoreForm({ selection, count, onClose, onChanged }: FormProps) {
  const act = useAct();

  async function restore() {
    const done = await act.run(() => codesApi.changeMany({ selection, change: { act: 'restore' } }));
    if (!done) return;
    onClose();
    onChanged();
    showToast({ text: t.codes.revoke.undone(done.value.codes) });
  }

  return (
    <DialogBody>
      <p>{t.codes.restore.text}</p>
      <Buttons
        act={act}
        label={t.codes.restore.button(count)}
        onAct={() => void restore()}
        onCancel={onClose}
      />
    </DialogBody>
  );
}
