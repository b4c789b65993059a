import * as t from '../../messages/texts.ts';
import { AssistantMessage } from './AssistantMessage.tsx';
import { ReplyError } from './ReplyError.tsx';
import styles from './Thread.module.css';
import { UserMessage } from './UserMessage.tsx';
import type { Reply } from './use-reply.ts';

type Props = { reply: Reply; secondsLeft: number; onRetry: () => void };

export function Messages({ reply, secondsLeft, onRetry }: Props) {
  const { messages, isReplying, problem } = reply;
  const last = messages.at(-1);
  const isUnanswered = last?.role === 'user' && !isReplying && !problem;
  return (
    <>
      {messages.length === 0 && !problem && <p className={styles.welcome}>{t.chat.welcome}</p>}
      {messages.map((message) =>
        message.role === 'user' ? (
          <UserMessage key={message.id} message={message} />
        ) : (
          <AssistantMessage
            key={message.id}
            message={message}
            isBeingWritten={isReplying && message === last}
            onRetry={message === last && !problem ? onRetry : undefined}
          />
        ),
      )}
      {isReplying && last?.role === 'user' && <p className={styles.waiting}>{t.chat.thread.writing}</p>}
      {isUnanswered && (
        <p className={styles.waiting}>
          {t.chat.thread.unanswered}{' '}
          <button type="button" className="text-button" onClick={onRetry}>
            {t.common.tryAgain}
          </button>
        </p>
      )}
      {problem && <ReplyError problem={problem} secondsLeft={secondsLeft} onRetry={onRetry} />}
    </>
  );
}
