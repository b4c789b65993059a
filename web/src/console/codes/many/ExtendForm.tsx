import { type FormEvent, useState } from 'react';
import { Form } from '../../../ui/Form.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { showToast } from '../../../ui/toast/toast.ts';
import { codesApi } from '../../api/codes.ts';
import { Buttons } from '../../confirm/Buttons.tsx';
import { useAct } from '../../confirm/use-act.ts';
import { useHouse } from '../../house.ts';
import * as t from '../../messages/texts.ts';
import { addDays, dayOf, endOfDay } from '../../time/zoned-days.ts';
import type { FormProps } from './form-props.ts';

export function ExtendForm({ selection, count, onClose, onChanged }: FormProps) {
  const { timeZone } = useHouse().options;
  const act = useAct();
  const [day, setDay] = useState(() => addDays(dayOf(Date.now(), timeZone), 30));
  const [isMissing, setMissing] = useState(false);

  async function extend(event: FormEvent) {
    event.preventDefault();
    const validUntil = endOfDay(day, timeZone);
    setMissing(validUntil === null);
    if (validUntil === null) return;
    const done = await act.run(() =>
      codesApi.changeMany({ selection, change: { act: 'extend', validUntil } }),
    );
    if (!done) return;
    onClose();
    onChanged();
    showToast({ text: t.codes.extend.done(done.value.codes, t.zoned.day(validUntil)) });
  }

  return (
    <Form isInDialog problem={act.problem} onSubmit={extend}>
      <TextField
        label={t.codes.extend.field}
        type="date"
        data-autofocus
        hint={t.codes.extend.hint}
        error={isMissing && t.make.problems.day}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <Buttons act={act} label={t.codes.extend.button(count)} onCancel={onClose} />
    </Form>
  );
}
