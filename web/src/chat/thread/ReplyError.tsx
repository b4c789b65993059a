import type { Problem } from '../../api/problem.ts';
import { errorText } from '../../messages/error-text.ts';
import * as t from '../../messages/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import styles from './Thread.module.css';

type Props = { problem: Problem; secondsLeft: number; onRetry: () => void };

/** Problems after which the same question can succeed. */
const retriable: Problem['code'][] = ['OFFLINE', 'BROKEN', 'MODEL_FAILED', 'MODEL_BUSY'];

export function ReplyError({ problem, secondsLeft, onRetry }: Props) {
  return (
    <div className={styles.problem}>
      <ErrorMessage secondsLeft={secondsLeft}>{errorText(problem.code)}</ErrorMessage>
      {retriable.includes(problem.code) && (
        <Button variant="default" disabled={secondsLeft > 0} onClick={onRetry}>
          {t.common.tryAgain}
        </Button>
      )}
    </div>
  );
}
