import type { ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './Frame.module.css';

/** The way back to a list. */
export function Back({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} className={styles.back}>
      {children}
    </Link>
  );
}

/** Panels, one below the other. */
export function Stack({ children }: { children: ReactNode }) {
  return <div className={styles.stack}>{children}</div>;
}
