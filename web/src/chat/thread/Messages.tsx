import { Fragment } from 'react';
import type { Chat } from '../../api/chats.ts';
import * as t from '../../messages/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { useSilence } from '../../ui/hooks/use-silence.ts';
import { AssistantMessage } from './AssistantMessage.tsx';
import { ReplyError } from './ReplyError.tsx';
import type { ChatMessage } from './reply/reply-transport.ts';
import type { Reply } from './reply/use-reply.ts';
import styles from './Thread.module.css';
import { UserMessage } from './UserMessage.tsx';
import { useLastMessages } from './use-last-messages.ts';

type Props = {
  reply: Reply;
  assistant: Chat['assistant'];
  /** The page says the problem of the reply elsewhere. */
  isTold: boolean;
  secondsLeft: number;
  onRetry: () => void;
  onGrow: () => void;
};

export function Messages({ reply, assistant, isTold, secondsLeft, onRetry, onGrow }: Props) {
  const { messages, isReplying } = reply;
  const { shown, hasEarlier, showEarlier } = useLastMessages(messages);
  const last = messages.at(-1);
  const { status, ending } = last?.metadata ?? {};
  // The message itself says why.
  const isSaidByMessage = reply.problem?.code === 'MODEL_FAILED' && status === 'failed' && Boolean(ending);
  const problem = isTold || isSaidByMessage ? null : reply.problem;
  const isUnanswered = last?.role === 'user' && !isReplying && !problem;
  const firstWithLess = messages.find(({ metadata }) => metadata?.leftOut);
  const isSilent = useSilence(isReplying, last ? lengthOf(last) : '');
  return (
    <>
      {hasEarlier && (
        <Button variant="default" size="xs" className={styles.earlier} onClick={showEarlier}>
          {t.chat.thread.earlier}
        </Button>
      )}
      {shown.map((message) =>
        message.role === 'user' ? (
          <UserMessage key={message.id} message={message} />
        ) : (
          <Fragment key={message.id}>
            {message === firstWithLess && <p className={styles.waiting}>{t.chat.thread.leftOut}</p>}
            <AssistantMessage
              message={message}
              assistant={assistant}
              isBeingWritten={isReplying && message === last}
              onRetry={message === last && !problem ? onRetry : undefined}
              onGrow={
                message === last && !problem && message.metadata?.ending === 'length' ? onGrow : undefined
              }
            />
          </Fragment>
        ),
      )}
      {isReplying && last?.role === 'user' && <p className={styles.waiting}>{t.chat.thread.writing}</p>}
      {isSilent && (
        <p className={styles.waiting} role="status">
          {t.chat.thread.silent}
        </p>
      )}
      {isUnanswered && (
        <p className={styles.waiting}>
          <span>{t.chat.thread.unanswered}</span>{' '}
          <button type="button" className="text-button" onClick={onRetry}>
            {t.common.tryAgain}
          </button>
        </p>
      )}
      {problem && <ReplyError problem={problem} secondsLeft={secondsLeft} onRetry={onRetry} />}
    </>
  );
}

function lengthOf({ id, parts }: ChatMessage): string {
  return `${id} ${parts.map((part) => ('text' in part ? part.text.length : '')).join(' ')}`;
}
