import { memo } from 'react';
import * as t from '../../messages/texts.ts';
import { lazyPage } from '../../page/lazy-page.tsx';
import { whenIdle } from '../../page/when-idle.ts';
import { OrPlain } from '../markdown/OrPlain.tsx';
import { PlainText } from '../markdown/PlainText.tsx';
import { CopyButton } from './CopyButton.tsx';
import { type ChatMessage, textOf } from './reply-transport.ts';
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
};

export const AssistantMessage = memo(function AssistantMessage({ message, isBeingWritten, onRetry }: Props) {
  const text = textOf(message);
  const status = message.metadata?.status;
  const ending = status && status !== 'complete' ? t.chat.thread[status] : null;
  return (
    <article aria-label={t.chat.thread.assistant} aria-busy={isBeingWritten} className={styles.assistant}>
      <OrPlain text={text}>
        <MarkdownText text={text} isGrowing={isBeingWritten} />
      </OrPlain>
      {isBeingWritten && !text && <p className={styles.waiting}>{t.chat.thread.writing}</p>}
      {!isBeingWritten && (
        <div className={styles.actions}>
          {ending && <span>{ending}</span>}
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
