import type { ReactNode } from 'react';
import { ExitButtons } from '../log-out/ExitButtons.tsx';
import { useHeading } from './frame/use-heading.ts';
import styles from './PlainPage.module.css';

type Props = {
  title: string;
  /** The way back to the chat. */
  back: ReactNode;
  children: ReactNode;
};

/** A page beside the chat: one column of sections. */
export function PlainPage({ title, back, children }: Props) {
  const heading = useHeading(title);
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        {back}
        <div className={styles.exits}>
          <ExitButtons />
        </div>
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
