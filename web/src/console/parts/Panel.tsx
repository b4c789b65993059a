import { type ReactNode, useId } from 'react';
import styles from './Panel.module.css';

type Props = {
  title?: string;
  /** A table reaches to the edges. */
  isTable?: boolean;
  /** Below a table. */
  note?: string | undefined;
  children: ReactNode;
};

/** A card of the console, with a heading of its own. */
export function Panel({ title, isTable = false, note, children }: Props) {
  const id = useId();
  return (
    <section
      className={`${styles.panel} ${isTable ? '' : styles.padded}`}
      aria-labelledby={title ? id : undefined}
    >
      {title && (
        <h2 id={id} className={isTable ? styles.head : undefined}>
          {title}
        </h2>
      )}
      {children}
      {note && <p className={styles.note}>{note}</p>}
    </section>
  );
}
