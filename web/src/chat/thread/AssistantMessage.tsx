import { memo } from 'react';
import * as t from '../../messages/texts.ts';
import { lazyPage } from '../../page/lazy-page.tsx';
import { whenIdle } from '../../page/when-idle.ts';
import { OrPlain } from '../markdown/OrPlain.tsx';
import { PlainText } from '../markdown/PlainText.tsx';
import { CopyButton } from './CopyButton.tsx';
import { type ChatMessage, textOf, thoughtsOf } from './reply-transport.ts';
import { Thoughts } from './Thoughts.tsx';
import styles from './Thread.module.css';

const load = () => import('../markdown/MarkdownText.tsx');
const MarkdownText = lazyPage(load, PlainText, PlainText);
// Loaded after the page, and before the first reply needs it.
whenIdle(load);

type Props = {
  message: ChatMessage;
  isBeingWritten: boolean;
  /** Only for the last reply. */
  onRetry: (() => void) | undefined;
  /** Only for the last reply, if the model has cut it off. */
  onGrow: (() => void) | undefined;
};

export const AssistantMessage = memo(function AssistantMessage({
  message,
  isBeingWritten,
  onRetry,
  onGrow,
}: Props) {
  const text = textOf(message);
  const thoughts = thoughtsOf(message);
  const ending = endingOf(message);
  return (
    <article aria-label={t.chat.thread.assistant} aria-busy={isBeingWritten} className={styles.assistant}>
      {thoughts && <Thoughts text={thoughts} isGrowing={isBeingWritten && !text} />}
      <OrPlain text={text}>
        <MarkdownText text={text} isGrowing={isBeingWritten} />
      </OrPlain>
      {isBeingWritten && !text && !thoughts && <p className={styles.waiting}>{t.chat.thread.writing}</p>}
      {!isBeingWritten && (
        <div className={styles.actions}>
          {ending && <span>{ending}</span>}
          {onGrow && (
            <button type="button" className="text-button" onClick={onGrow}>
              {t.chat.thread.continue}
            </button>
          )}
          {text && <CopyButton text={text} />}
          {onRetry && (
            <button type="button" className="text-button" onClick={onRetry}>
              {t.common.tryAgain}
            </button>
          )}
        </div>
      )}
    </article>
  );
});

/** How the reply ended, in a sentence; null for an ordinary end. */
function endingOf({ metadata }: ChatMessage): string | null {
  if (!metadata) return null;
  if (metadata.ending) return t.chat.thread.endings[metadata.ending];
  return metadata.status === 'complete' ? null : t.chat.thread[metadata.status];
}
