import type { ReactNode } from 'react';
import * as t from '../messages/texts.ts';
import { Icon } from './icons.tsx';
import styles from './Notice.module.css';
import { inSentences } from './Notice.tsx';

type Props = {
  children: ReactNode;
  id?: string | undefined;
  /** Shown outside the alert: a screen reader would read it out again each second. */
  secondsLeft?: number;
};

/** What went wrong, in bold, then what to do. An error of one field stands at the field instead. */
export function ErrorMessage({ children, id, secondsLeft = 0 }: Props) {
  return (
    <div className={`${styles.notice} ${styles.bad}`}>
      <Icon name="triangle-alert" className={styles.icon} />
      <div className={styles.words}>
        <div role="alert" id={id}>
          {inSentences(children)}
        </div>
        {secondsLeft > 0 && (
          <p role="timer" className={styles.wait}>
            {t.common.tryAgainIn(secondsLeft)}
          </p>
        )}
      </div>
    </div>
  );
}
