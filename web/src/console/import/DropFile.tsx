import { useState } from 'react';
import button from '../../ui/Button.module.css';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { importsApi } from '../api/imports.ts';
import { useAct } from '../confirm/use-act.ts';
import { problemText } from '../lists/problem-text.ts';
import * as t from '../messages/texts.ts';
import { TickField } from '../parts/Tick.tsx';
import styles from './import.module.css';
import { useDrop } from './use-drop.ts';

/** Takes a file: dropped, or chosen. */
export function DropFile({ onUploaded }: { onUploaded: (id: string) => void }) {
  const act = useAct();
  const [resetUsage, setResetUsage] = useState(false);
  const text = t.imports;

  async function upload(file: File | undefined) {
    if (!file) return;
    const done = await act.run(() => importsApi.upload(file, { resetUsage }));
    if (done) onUploaded(done.value.id);
  }

  const isOver = useDrop((file) => void upload(file));

  return (
    <>
      <div className={`${styles.drop} ${isOver ? styles.over : ''}`}>
        <p role="status">{act.isRunning ? text.uploading : text.drop}</p>
        <label className={`${button.button} ${button.filled} ${styles.file}`}>
          {text.choose}
          <input
            type="file"
            aria-label={text.dropLabel}
            accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson"
            disabled={act.isRunning}
            onChange={(event) => {
              void upload(event.currentTarget.files?.[0]);
              // The same file can be chosen again after it was corrected.
              event.currentTarget.value = '';
            }}
          />
        </label>
      </div>
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
