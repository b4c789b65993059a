import type { ReactNode } from 'react';
import styles from './Notice.module.css';

/** Says something that is no refusal. */
export function Notice({ children }: { children: ReactNode }) {
  return (
    <p role="status" className={styles.notice}>
      {children}
    </p>
  );
}
