import type { ReactNode } from 'react';
import * as t from '../messages/texts.ts';
import styles from './ErrorMessage.module.css';

type Props = {
  children: ReactNode;
  id?: string | undefined;
  /** Shown outside the alert: a screen reader would read it out again each second. */
  secondsLeft?: number;
};

export function ErrorMessage({ children, id, secondsLeft = 0 }: Props) {
  return (
    <div className={styles.refused}>
      <div role="alert" id={id}>
        {children}
      </div>
      {secondsLeft > 0 && (
        <p role="timer" className={styles.wait}>
          {t.common.tryAgainIn(secondsLeft)}
        </p>
      )}
    </div>
  );
}
