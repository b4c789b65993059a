import { useEffect, useState } from 'react';
import styles from './LoadingPage.module.css';

/** Stays empty for a moment, so that a fast answer brings no flicker. */
const patienceMs = 300;

export function LoadingPage() {
  const [isSlow, setSlow] = useState(false);

  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);

  return (
    <main className={styles.loading} aria-busy="true">
      {isSlow && <p role="status">One moment…</p>}
    </main>
  );
}
