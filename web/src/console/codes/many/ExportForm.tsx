import { type FormEvent, useState } from 'react';
import { Form } from '../../../ui/Form.tsx';
import { saveAs } from '../../../ui/hooks/save-as.ts';
import { showToast } from '../../../ui/toast/toast.ts';
import { codesApi } from '../../api/codes.ts';
import { Buttons } from '../../confirm/Buttons.tsx';
import { useAct } from '../../confirm/use-act.ts';
import * as t from '../../messages/texts.ts';
import { Segments } from '../../parts/Segments.tsx';
import type { FormProps } from './form-props.ts';

const types = { csv: 'text/csv', jsonl: 'application/jsonl' };

export function ExportForm({ selection, onClose }: FormProps) {
  const act = useAct();
  const [format, setFormat] = useState<'csv' | 'jsonl'>('csv');
  const text = t.codes.export;

  async function save(event: FormEvent) {
    event.preventDefault();
    const done = await act.run(() => codesApi.export({ selection, format }));
    if (!done) return;
    saveAs(`codes.${format}`, done.value, types[format]);
    onClose();
    showToast({ text: text.done });
  }

  return (
    <Form isInDialog problem={act.problem} onSubmit={save}>
      <p>{text.text}</p>
      <Segments
        legend={text.format}
        value={format}
        choices={[
          { value: 'csv', title: text.csv },
          { value: 'jsonl', title: text.jsonl },
        ]}
        onChange={setFormat}
      />
      <Buttons act={act} label={text.button} onCancel={onClose} />
    </Form>
  );
}
