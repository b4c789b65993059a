import type { ReactNode } from 'react';
import styles from './Notice.module.css';

export function Notice({ children }: { children: ReactNode }) {
  return (
    <p role="status" className={styles.notice}>
      {children}
    </p>
  );
}
