import { Button } from '@mantine/core';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { WaysOut } from '../log-out/ExitButtons.tsx';
import { useVisit } from '../session/context.ts';
import styles from './LoadingPage.module.css';

export function BrokenPage() {
  const store = useVisit();
  const visit = useSyncExternalStore(store.subscribe, store.current);
  const isIn = visit.step === 'here' ? visit.access.person !== null : null;
  const wasIn = useRef(isIn);

  useEffect(() => {
    // Here or in another tab: nothing of theirs may stay in view, and nothing else of the page works.
    if (wasIn.current && isIn === false) location.replace('/');
  }, [isIn]);

  return (
    <main className={styles.loading}>
      <div role="alert" className={styles.broken}>
        <h1>This page could not be shown</h1>
        <p>Foyer may have been updated meanwhile, or the connection broke.</p>
        <Button onClick={() => location.reload()}>Load it again</Button>
      </div>
      <div className={styles.out}>
        <WaysOut />
      </div>
    </main>
  );
}
