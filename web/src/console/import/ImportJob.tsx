import { useCallback, useState } from 'react';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { LinkButton } from '../../ui/Button.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Bones } from '../../ui/parts/Bones.tsx';
import { type Import, importsApi } from '../api/imports.ts';
import { useAct } from '../confirm/use-act.ts';
import { LoadError } from '../lists/LoadError.tsx';
import { problemText } from '../lists/problem-text.ts';
import { useLoad } from '../lists/use-load.ts';
import * as t from '../messages/texts.ts';
import { Panel } from '../parts/Panel.tsx';
import { consolePaths } from '../paths.ts';
import styles from './import.module.css';
import { Plan } from './Plan.tsx';
import { Totals } from './Totals.tsx';

const pollMs = 700;

/** One import, on its way: it goes on when nobody watches. */
export function ImportJob({ id, onGone }: { id: string; onGone: () => void }) {
  const ask = useCallback(() => importsApi.get(id), [id]);
  const [isBusy, setBusy] = useState(true);
  const { value: job, problem, reload, setValue } = useLoad(ask, isBusy ? pollMs : null);
  const isRunning = job === null || isUnderWay(job);
  if (isBusy !== isRunning) setBusy(isRunning);

  if (problem && !job)
    return <LoadError problem={problem} again={problem.code === 'IMPORT_NOT_FOUND' ? onGone : reload} />;
  if (!job)
    return (
      <Panel>
        <Bones count={4} />
      </Panel>
    );
  return (
    <>
      <Panel title={job.name}>
        <div className={styles.job}>
          <p role="status">{t.imports.states[job.state]}</p>
          {isRunning && <Progress job={job} />}
          {job.state === 'failed' && job.problem && (
            <ErrorMessage>{t.imports.failed(job.problem)}</ErrorMessage>
          )}
          {job.totals && <Totals totals={job.totals} />}
          <Acts job={job} onChanged={setValue} onGone={onGone} />
        </div>
      </Panel>
      {(job.state === 'planned' || job.state === 'written') && <Plan job={job} />}
    </>
  );
}

const isUnderWay = ({ state }: Import) => ['uploading', 'reading', 'writing'].includes(state);

function Progress({ job: { progress, state } }: { job: Import }) {
  return (
    <>
      <progress
        className={styles.progress}
        aria-label={t.imports.progress.label}
        {...(progress && { value: progress.fraction, max: 1 })}
      />
      {progress && <p>{t.imports.progress[progress.step](progress.rows)}</p>}
      {state === 'writing' && <p>{t.imports.progress.closeTab}</p>}
    </>
  );
}

type ActsProps = { job: Import; onChanged: (job: Import) => void; onGone: () => void };

function Acts({ job, onChanged, onGone }: ActsProps) {
  const running = useAct();
  const removing = useAct();
  const text = t.imports;
  const { totals } = job;
  const wanted = totals ? totals.new + totals.changed : 0;
  const problem = running.problem ?? removing.problem;

  async function run() {
    const done = await running.run(() => importsApi.run(job.id, job.isRefused));
    if (done) onChanged(done.value);
  }

  async function remove() {
    if (await removing.run(() => importsApi.remove(job.id))) onGone();
  }

  return (
    <>
      {job.state === 'planned' && totals && totals.refused > 0 && (
        <Notice ground="warn" icon="triangle-alert">
          {text.refused(totals.refused)}
        </Notice>
      )}
      {job.state === 'planned' && wanted === 0 && <p>{text.nothingToWrite}</p>}
      {job.state === 'written' && <Notice ground="good">{text.written(wanted)}</Notice>}
      {job.state === 'writing' && <p>{text.stopText}</p>}
      {problem && <ErrorMessage>{problemText(problem)}</ErrorMessage>}
      <div className={styles.acts}>
        {job.state === 'planned' && wanted > 0 && (
          <ActionButton loading={running.isRunning} onClick={() => void run()}>
            {job.isRefused ? text.buttonSkipping(wanted) : text.button(wanted)}
          </ActionButton>
        )}
        {job.state === 'written' && <LinkButton href={consolePaths.codes}>{text.toCodes}</LinkButton>}
        <ActionButton variant="default" loading={removing.isRunning} onClick={() => void remove()}>
          {isUnderWay(job) ? text.stop : text.another}
        </ActionButton>
      </div>
    </>
  );
}
