import { type FormEvent, useState } from 'react';
import { Form } from '../../../ui/Form.tsx';
import { Buttons } from '../../confirm/Buttons.tsx';
import { useAct } from '../../confirm/use-act.ts';
import * as t from '../../messages/texts.ts';
import { Segments } from '../../parts/Segments.tsx';
import { printCards } from '../print-cards.ts';
import type { FormProps } from './form-props.ts';

const maxCards = 10_000;
const cardsOnASheet = 10;

export function PrintForm({ selection, count, onClose }: FormProps) {
  const act = useAct();
  const [form, setForm] = useState<'sheets' | 'single'>(count === 1 ? 'single' : 'sheets');
  const text = t.codes.print;

  async function print(event: FormEvent) {
    event.preventDefault();
    if (await printCards(act, selection, form)) onClose();
  }

  if (count > maxCards) return <p>{text.tooMany(maxCards)}</p>;
  return (
    <Form isInDialog problem={act.problem} onSubmit={print}>
      <Segments
        legend={text.paper}
        value={form}
        choices={[
          { value: 'sheets', title: text.sheets, text: text.sheetsHint(Math.ceil(count / cardsOnASheet)) },
          { value: 'single', title: text.single, text: text.singleHint },
        ]}
        onChange={setForm}
      />
      <Buttons act={act} label={text.button} onCancel={onClose} />
    </Form>
  );
}
