import { common } from '../../../messages/texts.ts';
import { DialogBody } from '../../../ui/layout.tsx';
import { showToast } from '../../../ui/toast/toast.ts';
import { codesApi } from '../../api/codes.ts';
import { Buttons } from '../../confirm/Buttons.tsx';
import { useAct } from '../../confirm/use-act.ts';
import { problemText } from '../../lists/problem-text.ts';
import * as t from '../../messages/texts.ts';
import { selectionToUndo } from '../selection.ts';
import type { FormProps } from './form-props.ts';

const undoMs = 10_000;

export function RevokeForm({ selection, count, onClose, onChanged }: FormProps) {
  const act = useAct();

  async function revoke() {
    const done = await act.run(() => codesApi.changeMany({ selection, change: { act: 'revoke' } }));
    if (!done) return;
    onClose();
    onChanged();
    const { codes, revokedAt } = done.value;
    showToast({
      text: t.codes.revoke.done(codes),
      ms: undoMs,
      ...(revokedAt !== null && { action: { label: common.undo, run: () => void undo(revokedAt) } }),
    });
  }

  async function undo(revokedAt: number) {
    const answer = await codesApi.changeMany({
      selection: selectionToUndo(selection),
      change: { act: 'restore', revokedAt },
    });
    showToast({
      text: answer.problem ? problemText(answer.problem) : t.codes.revoke.undone(answer.value.codes),
    });
    onChanged();
  }

  return (
    <DialogBody>
      <p>{t.codes.revoke.text}</p>
      <Buttons
        act={act}
        label={t.codes.revoke.button(count)}
        isDanger
        onAct={() => void revoke()}
        onCancel={onClose}
      />
    </DialogBody>
  );
}
