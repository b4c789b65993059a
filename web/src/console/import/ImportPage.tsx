import { useCallback } from 'react';
import { Link } from 'wouter';
import { importsApi } from '../api/imports.ts';
import { Stack } from '../frame/layout.tsx';
import { Title } from '../frame/Title.tsx';
import { LoadError } from '../lists/LoadError.tsx';
import { useAddress } from '../lists/use-address.ts';
import { useLoad } from '../lists/use-load.ts';
import * as t from '../messages/texts.ts';
import { Panel } from '../parts/Panel.tsx';
import { consolePaths } from '../paths.ts';
import { DropFile } from './DropFile.tsx';
import { ImportJob } from './ImportJob.tsx';
import styles from './import.module.css';

/** A file of codes: what it would change, and then the change. */
export function ImportPage() {
  const { get, set } = useAddress();
  const id = get('id');
  const ask = useCallback(() => importsApi.list(), []);
  const { value, problem, reload } = useLoad(ask);
  const others = (value?.imports ?? []).filter((job) => job.id !== id);

  function open(next: string) {
    set({ id: next, outcome: '', after: '' });
    void reload();
  }

  return (
    <>
      <Title title={t.imports.title} text={t.imports.text} />
      <Stack>
        {id ? <ImportJob key={id} id={id} onGone={() => open('')} /> : <DropFile onUploaded={open} />}
        {problem && <LoadError problem={problem} again={reload} />}
        {others.length > 0 && (
          <Panel title={t.imports.earlier}>
            <ul className={styles.list}>
              {others.map((job) => (
                <li key={job.id}>
                  <Link href={`${consolePaths.import}?id=${encodeURIComponent(job.id)}`}>{job.name}</Link>
                  {' · '}
                  {t.imports.states[job.state]}
                  {' · '}
                  {t.zoned.clock(job.createdAt)}
                </li>
              ))}
            </ul>
          </Panel>
        )}
      </Stack>
    </>
  );
}
