import type { ReactNode } from 'react';
import { useHeading } from '../../page/frame/use-heading.ts';
import styles from './Frame.module.css';

type Props = {
  title: string;
  /** One sentence, in numbers. */
  text?: ReactNode;
  /** The primary action. */
  children?: ReactNode;
};

/** The head of a page of the console. */
export function Title({ title, text, children }: Props) {
  const heading = useHeading(title);
  return (
    <div className={styles.title}>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {text && <p>{text}</p>}
      {children && <div className={styles.acts}>{children}</div>}
    </div>
  );
}
