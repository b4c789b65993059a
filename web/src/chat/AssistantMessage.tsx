import { lazy, memo, Suspense } from 'react';
import { CopyButton } from './CopyButton.tsx';
import { type ChatMessage, textOf } from './reply-transport.ts';
import styles from './Thread.module.css';

const load = () => import('./MarkdownText.tsx');
const MarkdownText = lazy(load);
// On its way before the first reply is there; a failure shows when it is needed.
load().catch(() => {});

type Props = {
  message: ChatMessage;
  isBeingWritten: boolean;
  /** Given for the last reply only. */
  onRetry: (() => void) | undefined;
};

const endings = {
  stopped: 'Stopped before the end.',
  interrupted: 'Interrupted before the end.',
  failed: 'The assistant could not finish.',
} as const;

export const AssistantMessage = memo(function AssistantMessage({ message, isBeingWritten, onRetry }: Props) {
  const text = textOf(message);
  const status = message.metadata?.status;
  const ending = status && status !== 'complete' ? endings[status] : null;
  return (
    <article aria-label="Assistant" aria-busy={isBeingWritten} className={styles.assistant}>
      <Suspense fallback={<p className={styles.plain}>{text}</p>}>
        <MarkdownText text={text} />
      </Suspense>
      {isBeingWritten && !text && <p className={styles.waiting}>Writing…</p>}
      {!isBeingWritten && (
        <div className={styles.actions}>
          {ending && <span>{ending}</span>}
          {text && <CopyButton text={text} />}
          {onRetry && (
            <button type="button" className="text-button" onClick={onRetry}>
              {ending ? 'Retry' : 'Answer again'}
            </button>
          )}
        </div>
      )}
    </article>
  );
});
