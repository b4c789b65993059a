import { type ReactNode, type Ref, useId } from 'react';
import styles from './Section.module.css';

type Props = {
  title: string;
  /** Takes the focus when the button that had it is gone. */
  heading?: Ref<HTMLHeadingElement>;
  /** Holds what cannot be undone: stands apart. */
  isDanger?: boolean;
  children: ReactNode;
};

export function Section({ title, heading, isDanger = false, children }: Props) {
  const id = useId();
  return (
    <section className={`${styles.section} ${isDanger ? styles.danger : ''}`} aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}
