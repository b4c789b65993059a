import { memo } from 'react';
import type { Chat } from '../../api/chats.ts';
import * as t from '../../messages/texts.ts';
import { lazyPage } from '../../page/lazy-page.tsx';
import { whenIdle } from '../../page/when-idle.ts';
import { Portrait } from '../assistant/Portrait.tsx';
import { OrPlain } from '../markdown/OrPlain.tsx';
import { PlainText } from '../markdown/PlainText.tsx';
import { ReplyActions } from './ReplyActions.tsx';
import { type ChatMessage, textOf, thoughtsOf } from './reply/reply-transport.ts';
import { Thoughts } from './Thoughts.tsx';
import styles from './Thread.module.css';

const load = () => import('../markdown/MarkdownText.tsx');
const MarkdownText = lazyPage(load, PlainText, PlainText);
// Loaded after the page, and before the first reply needs it.
whenIdle(load);

type Props = {
  message: ChatMessage;
  assistant: Pick<Chat['assistant'], 'name' | 'picture'>;
  isBeingWritten: boolean;
  /** Only for the last reply. */
  onRetry: (() => void) | undefined;
  /** Only for the last reply, if the model has cut it off. */
  onGrow: (() => void) | undefined;
};

export const AssistantMessage = memo(function AssistantMessage({
  message,
  assistant,
  isBeingWritten,
  onRetry,
  onGrow,
}: Props) {
  const text = textOf(message);
  const thoughts = thoughtsOf(message);
  const ending = endingOf(message);
  const name = assistant.name ?? t.chat.thread.assistant;
  return (
    <article aria-label={name} aria-busy={isBeingWritten} className={styles.assistant}>
      <p className={styles.from} aria-hidden="true">
        <Portrait assistant={assistant} size="small" />
        <span dir="auto">{name}</span>
      </p>
      {thoughts && <Thoughts text={thoughts} isGrowing={isBeingWritten && !text} />}
      <OrPlain text={text}>
        <MarkdownText text={text} isGrowing={isBeingWritten} />
      </OrPlain>
      {isBeingWritten && !text && !thoughts && <p className={styles.waiting}>{t.chat.thread.writing}</p>}
      {!isBeingWritten && <ReplyActions text={text} ending={ending} onRetry={onRetry} onGrow={onGrow} />}
    </article>
  );
});

/** How the reply ended, in a sentence; null for an ordinary end. */
function endingOf({ metadata }: ChatMessage): string | null {
  if (!metadata) return null;
  if (metadata.ending) return t.chat.thread.endings[metadata.ending];
  return metadata.status === 'complete' ? null : t.chat.thread[metadata.status];
}
