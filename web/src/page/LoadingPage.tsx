import { useEffect, useState } from 'react';
import { ExitButtons } from '../log-out/ExitButtons.tsx';
import * as t from '../messages/texts.ts';
import styles from './LoadingPage.module.css';

/** Stays empty for a moment, so that a fast answer brings no flicker. */
const timeoutMs = 300;
/** After this time the answer may never come. */
const stuckMs = 5000;

export function LoadingPage() {
  const isSlow = useIsOver(timeoutMs);
  const isStuck = useIsOver(stuckMs);
  return (
    <main className={styles.loading} aria-busy="true">
      {isSlow && <p role="status">{t.common.loading}</p>}
      {isStuck && (
        <div className={styles.out}>
          <ExitButtons />
        </div>
      )}
    </main>
  );
}

function useIsOver(ms: number): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return isOver;
}
