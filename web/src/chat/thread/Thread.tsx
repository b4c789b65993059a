import { useEffect, useRef } from 'react';
import type { Chat } from '../../api/chats.ts';
import type { Bootstrap, Person } from '../../api/session.ts';
import * as t from '../../messages/texts.ts';
import { useSession } from '../../session/context.ts';
import { useCountdown } from '../../ui/hooks/use-countdown.ts';
import { useLatest } from '../../ui/hooks/use-latest.ts';
import { showToast } from '../../ui/toast/toast.ts';
import { Greeting } from '../assistant/Greeting.tsx';
import type { WhatIsLeft } from '../assistant/what-is-left.ts';
import { useDraft } from '../composer/use-draft.ts';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { Announcer } from './announcer/Announcer.tsx';
import { Dock } from './Dock.tsx';
import { Messages } from './Messages.tsx';
import { textOf } from './reply/reply-transport.ts';
import { useReply } from './reply/use-reply.ts';
import styles from './Thread.module.css';
import { useStickyEnd } from './use-sticky-end.ts';

type Props = {
  chat: Pick<Chat, 'id' | 'messages' | 'isReplying' | 'assistant'>;
  bootstrap: Bootstrap;
  person: Person;
  left: WhatIsLeft;
  /** The name of the draft. */
  draftName: string;
  onSaved: () => void;
  /** The guest has lost the place in the room. */
  onRoomFull: () => void;
};

export function Thread({ chat, bootstrap, person, left, draftName, onSaved, onRoomFull }: Props) {
  const session = useSession();
  const draft = useDraft(draftName, bootstrap.limits.messageCharacters);
  const reply = useReply({
    chat,
    onSaved,
    onRefused: (lost) => draft.write(draft.kept() || lost),
    onSignedOut: (problem) => void session.refreshAfter(problem),
  });
  const secondsLeft = useCountdown(reply.problem, reply.clearProblem);
  const end = useStickyEnd(chat.messages.length > 0);
  const composer = useRef<HTMLFormElement>(null);
  const last = reply.messages.at(-1);
  const lastReply = reply.messages.findLast(({ role }) => role === 'assistant');

  const refusal = reply.problem?.code;
  const roomFull = useLatest(onRoomFull);

  useShortcuts({
    write: () => composer.current?.querySelector('textarea')?.focus(),
    copy: lastReply ? () => void navigator.clipboard?.writeText(textOf(lastReply)).then(tellCopied) : null,
    stop: reply.isReplying ? stop : null,
  });

  useEffect(() => {
    if (refusal === 'ROOM_FULL') roomFull.current();
    if (refusal === 'MESSAGES_SPENT') void session.refresh();
  }, [refusal, roomFull, session]);

  function send() {
    end.follow();
    draft.write('');
    void reply.send(draft.text);
  }

  function begin(beginning: string) {
    draft.write(beginning);
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
      <div className={styles.messages}>
        {reply.messages.length === 0 && !reply.problem && (
          <Greeting assistant={chat.assistant} person={person} onBeginning={begin} />
        )}
        <Messages
          reply={reply}
          assistant={chat.assistant}
          // The line above the composer says it.
          isTold={left.isSpent && refusal === 'MESSAGES_SPENT'}
          secondsLeft={secondsLeft}
          onRetry={retry}
          onGrow={grow}
        />
      </div>
      <Announcer
        id={last?.id ?? ''}
        text={last?.role === 'assistant' ? textOf(last) : ''}
        isReplying={reply.isReplying}
        isAnswered={last?.role === 'assistant' && !reply.problem}
      />
      <Dock
        form={composer}
        assistant={chat.assistant}
        bootstrap={bootstrap}
        person={person}
        left={left}
        draft={draft}
        isReplying={reply.isReplying}
        mustWait={secondsLeft > 0}
        takesFocus={chat.messages.length === 0}
        onSend={send}
        onStop={stop}
        onToEnd={end.isFar && reply.messages.length > 0 ? end.follow : null}
      />
    </div>
  );
}

const tellCopied = () => showToast({ text: t.common.copied });
