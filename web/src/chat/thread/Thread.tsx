import { useEffect, useRef, useState } from 'react';
import type { Chat } from '../../api/chats.ts';
import type { Bootstrap, Person } from '../../api/session.ts';
import * as t from '../../messages/texts.ts';
import { useSession } from '../../session/context.ts';
import { useCountdown } from '../../ui/hooks/use-countdown.ts';
import { useLatest } from '../../ui/hooks/use-latest.ts';
import { Greeting } from '../assistant/Greeting.tsx';
import { HelpLines } from '../assistant/HelpLines.tsx';
import { LimitLine } from '../assistant/LimitLine.tsx';
import { isSpent } from '../assistant/near-limits.ts';
import { Composer } from '../composer/Composer.tsx';
import { Messages } from './Messages.tsx';
import styles from './Thread.module.css';
import { useReply } from './use-reply.ts';
import { useStickyEnd } from './use-sticky-end.ts';

type Props = {
  chat: Pick<Chat, 'id' | 'messages' | 'isReplying' | 'assistant'>;
  bootstrap: Bootstrap;
  person: Person;
  /** The name of the draft. */
  draftName: string;
  onSaved: () => void;
  /** The guest has lost the place in the room. */
  onRoomFull: () => void;
};

export function Thread({ chat, bootstrap, person, draftName, onSaved, onRoomFull }: Props) {
  const session = useSession();
  const [text, setText] = useState(session.drafts.of(draftName));
  const reply = useReply({
    chat,
    onSaved,
    onRefused: (lost) => write(session.drafts.of(draftName) || lost),
    onSignedOut: (problem) => void session.refreshAfter(problem),
  });
  const secondsLeft = useCountdown(reply.problem, reply.clearProblem);
  const end = useStickyEnd(chat.messages.length > 0);
  const composer = useRef<HTMLFormElement>(null);
  const last = reply.messages.at(-1);

  const refusal = reply.problem?.code;
  const roomFull = useLatest(onRoomFull);

  useEffect(() => {
    if (refusal === 'ROOM_FULL') roomFull.current();
    if (refusal === 'MESSAGES_SPENT') void session.refresh();
  }, [refusal, roomFull, session]);

  function write(next: string) {
    setText(next);
    session.drafts.write(draftName, next);
  }

  function send() {
    end.follow();
    write('');
    void reply.send(text);
  }

  function begin(beginning: string) {
    write(beginning);
    composer.current?.querySelector('textarea')?.focus();
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
        {reply.messages.length === 0 && !reply.problem && (
          <Greeting assistant={chat.assistant} person={person} onBeginning={begin} />
        )}
        <Messages
          reply={reply}
          // The line above the composer says it.
          isTold={isSpent(person) && refusal === 'MESSAGES_SPENT'}
          secondsLeft={secondsLeft}
          onRetry={retry}
          onGrow={grow}
        />
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
        mustWait={secondsLeft > 0 || isSpent(person)}
        onSend={send}
        onStop={stop}
        isDemo={bootstrap.model.isDemo}
        takesFocus={chat.messages.length === 0}
      >
        <LimitLine person={person} />
        <HelpLines lines={chat.assistant.help} />
      </Composer>
    </div>
  );
}

function statusOf(isReplying: boolean, isAnswered: boolean): string {
  if (isReplying) return t.chat.thread.isWriting;
  return isAnswered ? t.chat.thread.hasFinished : '';
}
