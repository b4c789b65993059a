import { type FormEvent, useState } from 'react';
import { Form } from '../../../ui/Form.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { showToast } from '../../../ui/toast/toast.ts';
import { codesApi } from '../../api/codes.ts';
import { Buttons } from '../../confirm/Buttons.tsx';
import { useAct } from '../../confirm/use-act.ts';
import * as t from '../../messages/texts.ts';
import type { FormProps } from './form-props.ts';

export function RelabelForm({ selection, count, onClose, onChanged }: FormProps) {
  const act = useAct();
  const [label, setLabel] = useState('');

  async function relabel(event: FormEvent) {
    event.preventDefault();
    const change = { act: 'relabel', label: label.trim() || null } as const;
    const done = await act.run(() => codesApi.changeMany({ selection, change }));
    if (!done) return;
    onClose();
    onChanged();
    showToast({ text: t.codes.relabel.done(done.value.codes) });
  }

  return (
    <Form isInDialog problem={act.problem} onSubmit={relabel}>
      <TextField
        label={t.codes.relabel.field}
        data-autofocus
        maxLength={200}
        hint={t.codes.relabel.hint}
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <Buttons act={act} label={t.codes.relabel.button(count)} onCancel={onClose} />
    </Form>
  );
}
