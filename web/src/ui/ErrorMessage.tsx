import type { ReactNode } from 'react';
import * as t from '../messages/texts.ts';
import styles from './ErrorMessage.module.css';

type Props = {
  children: ReactNode;
  id?: string | undefined;
  /** Counts down visibly; kept out of the alert, which would be read out again each second. */
  secondsLeft?: number;
};

/** Says no, and why. */
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
