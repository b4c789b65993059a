import { useState } from 'react';
import button from '../../ui/Button.module.css';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { useAct } from '../confirm/use-act.ts';
import { problemText } from '../lists/problem-text.ts';
import * as t from '../messages/texts.ts';
import { TickField } from '../parts/Tick.tsx';
import styles from './import.module.css';
import { upload } from './upload.ts';
import { useDrop } from './use-drop.ts';

/** As in the header of a CSV file. The first five are required. */
const columns =
  'invitation_code, invitation_type (LOGIN, REGISTER), allowed_usage, valid_from, valid_until, remaining_usage, label, assistant, messages_per_person, messages_per_day, token_budget, minutes_per_person, people_at_once, language';

/** Takes a file: dropped, or chosen. */
export function DropFile({ onUploaded }: { onUploaded: (id: string) => void }) {
  const act = useAct();
  const [part, setPart] = useState(0);
  const [resetUsage, setResetUsage] = useState(false);
  const text = t.imports;

  async function take(file: File | undefined) {
    if (!file) return;
    const done = await act.run(() => upload(file, resetUsage, setPart));
    setPart(0);
    if (done) onUploaded(done.value.id);
  }

  const isOver = useDrop((file) => void take(file));

  return (
    <>
      <div className={`${styles.drop} ${isOver ? styles.over : ''}`}>
        <p role="status">{act.isRunning ? text.uploading : text.drop}</p>
        {act.isRunning && (
          <progress className={styles.progress} aria-label={text.uploading} value={part} max={1} />
        )}
        <label className={`${button.button} ${button.filled} ${styles.file}`}>
          {text.choose}
          <input
            type="file"
            aria-label={text.dropLabel}
            accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson"
            disabled={act.isRunning}
            onChange={(event) => {
              void take(event.currentTarget.files?.[0]);
              // The same file can be chosen again after it was corrected.
              event.currentTarget.value = '';
            }}
          />
        </label>
      </div>
      <p className={styles.columns} dir="ltr" translate="no">
        {columns}
      </p>
      <TickField
        label={text.resetUsage}
        hint={text.resetUsageHint}
        isChecked={resetUsage}
        onChange={setResetUsage}
      />
      {act.problem && <ErrorMessage secondsLeft={act.secondsLeft}>{problemText(act.problem)}</ErrorMessage>}
    </>
  );
}
