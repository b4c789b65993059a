import type { ReactNode } from 'react';
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
          Try again in {waitOf(secondsLeft)}
        </p>
      )}
    </div>
  );
}

function waitOf(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}
