import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import styles from './Frame.module.css';
import { useTitle } from './use-title.ts';

let isFirstPage = true;

/** The page of somebody who is not in yet: one column, one heading. */
export function Frame({ title, children }: { title: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);

  useTitle(title);
  useEffect(() => {
    // After a change of page a screen reader goes on at its heading; the first page is read from the top.
    if (!isFirstPage) heading.current?.focus();
    isFirstPage = false;
  }, []);

  return (
    <div className={styles.frame}>
      <header className={styles.header}>
        <Link href="/" className={styles.name}>
          Foyer
        </Link>
      </header>
      <main className={styles.main}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {children}
      </main>
    </div>
  );
}
