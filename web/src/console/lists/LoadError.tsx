import { common } from '../../messages/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import type { Problem } from '../api/problem.ts';
import styles from '../parts/Panel.module.css';
import { problemText } from './problem-text.ts';

/** What was asked for is not there. */
export function LoadError({ problem, again }: { problem: Problem; again: () => unknown }) {
  return (
    <div className={styles.error}>
      <ErrorMessage>{problemText(problem)}</ErrorMessage>
      <Button variant="default" size="xs" onClick={() => void again()}>
        {common.tryAgain}
      </Button>
    </div>
  );
}
