import { useRef, useState } from 'react';
import type { Chat } from '../../api/chats.ts';
import type { Bootstrap } from '../../api/session.ts';
import * as t from '../../messages/texts.ts';
import { useSession } from '../../session/context.ts';
import { useCountdown } from '../../ui/hooks/use-countdown.ts';
import { Composer } from '../composer/Composer.tsx';
import { AssistantMessage } from './AssistantMessage.tsx';
import { ReplyError } from './ReplyError.tsx';
import styles from './Thread.module.css';
import { UserMessage } from './UserMessage.tsx';
import { useReply } from './use-reply.ts';
import { useStickyEnd } from './use-sticky-end.ts';

type Props = {
  chat: Pick<Chat, 'id' | 'messages' | 'isReplying'>;
  bootstrap: Bootstrap;
  /** The name of the draft. */
  draftOf: string;
  onKept: () => void;
};

export function Thread({ chat, bootstrap, draftOf, onKept }: Props) {
  const session = useSession();
  const [text, setText] = useState(session.drafts.of(draftOf));
  const reply = useReply({
    chat,
    onKept,
    onRefused: (lost) => write(session.drafts.of(draftOf) || lost),
    onSignedOut: () => void session.refresh(),
  });
  const secondsLeft = useCountdown(reply.problem, reply.clearProblem);
  const end = useStickyEnd();
  const composer = useRef<HTMLFormElement>(null);
  const last = reply.messages.at(-1);
  const isUnanswered = last?.role === 'user' && !reply.isReplying && !reply.problem;

  function write(next: string) {
    setText(next);
    session.drafts.write(draftOf, next);
  }

  function send() {
    end.follow();
    write('');
    void reply.send(text);
  }

  function stop() {
    focusComposer();
    void reply.stop();
  }

  function retry() {
    focusComposer();
    void reply.retry();
  }

  /** The button that had the focus disappears. On touch devices the text field would open the keyboard. */
  function focusComposer() {
    const heir = matchMedia('(hover: hover)').matches ? 'textarea' : 'button';
    composer.current?.querySelector<HTMLElement>(heir)?.focus();
  }

  return (
    <div className={styles.thread}>
      <div className={styles.messages} ref={end.content}>
        {reply.messages.length === 0 && !reply.problem && <p className={styles.welcome}>{t.chat.welcome}</p>}
        {reply.messages.map((message) =>
          message.role === 'user' ? (
            <UserMessage key={message.id} message={message} />
          ) : (
            <AssistantMessage
              key={message.id}
              message={message}
              isBeingWritten={reply.isReplying && message === last}
              onRetry={message === last && !reply.problem ? retry : undefined}
            />
          ),
        )}
        {reply.isReplying && last?.role === 'user' && (
          <p className={styles.waiting}>{t.chat.thread.writing}</p>
        )}
        {isUnanswered && (
          <p className={styles.waiting}>
            {t.chat.thread.unanswered}{' '}
            <button type="button" className="text-button" onClick={retry}>
              {t.common.tryAgain}
            </button>
          </p>
        )}
        {reply.problem && <ReplyError problem={reply.problem} secondsLeft={secondsLeft} onRetry={retry} />}
      </div>
      <p role="status" className="visually-hidden">
        {statusOf(reply.isReplying, last?.role === 'assistant' && !reply.problem)}
      </p>
      <Composer
        form={composer}
        text={text}
        onText={write}
        limit={bootstrap.limits.messageCharacters}
        isReplying={reply.isReplying}
        mustWait={secondsLeft > 0}
        onSend={send}
        onStop={stop}
        isDemo={bootstrap.model.isDemo}
        takesFocus={chat.messages.length === 0}
      />
    </div>
  );
}

function statusOf(isReplying: boolean, isAnswered: boolean): string {
  if (isReplying) return t.chat.thread.isWriting;
  return isAnswered ? t.chat.thread.hasFinished : '';
}
