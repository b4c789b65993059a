import { Button } from '@mantine/core';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { ExitButtons } from '../log-out/ExitButtons.tsx';
import * as t from '../messages/texts.ts';
import { paths } from '../routes.ts';
import { useSession } from '../session/context.ts';
import styles from './LoadingPage.module.css';

export function ErrorPage() {
  const store = useSession();
  const session = useSyncExternalStore(store.subscribe, store.current);
  const hasEntered = session.step === 'ready' ? session.bootstrap.person !== null : null;
  const wasIn = useRef(hasEntered);

  useEffect(() => {
    // After a logout, here or in another tab, nothing of the person may stay in view. Nothing else on this page works.
    if (wasIn.current && hasEntered === false) location.replace(paths.landing);
  }, [hasEntered]);

  return (
    <main className={styles.loading}>
      <div role="alert" className={styles.broken}>
        <h1>{t.pages.broken.title}</h1>
        <p>{t.pages.broken.text}</p>
        <Button onClick={() => location.reload()}>{t.pages.broken.reload}</Button>
      </div>
      <div className={styles.out}>
        <ExitButtons />
      </div>
    </main>
  );
}
