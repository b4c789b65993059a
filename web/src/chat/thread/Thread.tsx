import { useRef, useState } from 'react';
import type { Chat } from '../../api/chats.ts';
import type { Bootstrap } from '../../api/session.ts';
import * as t from '../../messages/texts.ts';
import { useSession } from '../../session/context.ts';
import { useCountdown } from '../../ui/hooks/use-countdown.ts';
import { Composer } from '../composer/Composer.tsx';
import { Messages } from './Messages.tsx';
import styles from './Thread.module.css';
import { useReply } from './use-reply.ts';
import { useStickyEnd } from './use-sticky-end.ts';

type Props = {
  chat: Pick<Chat, 'id' | 'messages' | 'isReplying'>;
  bootstrap: Bootstrap;
  /** The name of the draft. */
  draftName: string;
  onSaved: () => void;
};

export function Thread({ chat, bootstrap, draftName, onSaved }: Props) {
  const session = useSession();
  const [text, setText] = useState(session.drafts.of(draftName));
  const reply = useReply({
    chat,
    onSaved,
    onRefused: (lost) => write(session.drafts.of(draftName) || lost),
    onSignedOut: () => void session.refresh(),
  });
  const secondsLeft = useCountdown(reply.problem, reply.clearProblem);
  const end = useStickyEnd();
  const composer = useRef<HTMLFormElement>(null);
  const last = reply.messages.at(-1);

  function write(next: string) {
    setText(next);
    session.drafts.write(draftName, next);
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

  function grow() {
    focusComposer();
    end.follow();
    void reply.grow();
  }

  /** The button that had the focus disappears. On touch devices the text field would open the keyboard. */
  function focusComposer() {
    const heir = matchMedia('(hover: hover)').matches ? 'textarea' : 'button';
    composer.current?.querySelector<HTMLElement>(heir)?.focus();
  }

  return (
    <div className={styles.thread}>
      <div className={styles.messages} ref={end.content}>
        <Messages reply={reply} secondsLeft={secondsLeft} onRetry={retry} onGrow={grow} />
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
