import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { Chat } from '../../api/chats.ts';
import type { Bootstrap, Person } from '../../api/session.ts';
import * as t from '../../messages/texts.ts';
import { paths } from '../../routes.ts';
import { canUpgrade } from '../../session/can-upgrade.ts';
import { useSession } from '../../session/context.ts';
import { useCountdown } from '../../ui/hooks/use-countdown.ts';
import { useLatest } from '../../ui/hooks/use-latest.ts';
import { showToast } from '../../ui/toast/toast.ts';
import { Greeting } from '../assistant/Greeting.tsx';
import { HelpLines } from '../assistant/HelpLines.tsx';
import { quietText, spentText, type WhatIsLeft } from '../assistant/what-is-left.ts';
import { Composer } from '../composer/Composer.tsx';
import { useDraft } from '../composer/use-draft.ts';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { Announcer } from './Announcer.tsx';
import { Messages } from './Messages.tsx';
import { textOf } from './reply/reply-transport.ts';
import { useReply } from './reply/use-reply.ts';
import styles from './Thread.module.css';
import { ToEnd } from './ToEnd.tsx';
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
      <Composer
        form={composer}
        text={draft.text}
        onText={draft.write}
        limit={bootstrap.limits.messageCharacters}
        isReplying={reply.isReplying}
        mustWait={secondsLeft > 0 || left.isSpent}
        onSend={send}
        onStop={stop}
        takesFocus={chat.messages.length === 0}
        help={
          <>
            {end.isFar && <ToEnd onPress={end.follow} />}
            <HelpLines lines={chat.assistant.help} />
          </>
        }
        shut={left.isSpent ? <Spent person={person} left={left} /> : null}
        foot={
          <>
            <span role="status">{quietText(left)}</span>{' '}
            <span>
              {bootstrap.model.isDemo
                ? t.chat.composer.demo
                : t.chat.composer.canBeWrong(chat.assistant.name)}
            </span>
          </>
        }
      />
    </div>
  );
}

function Spent({ person, left }: { person: Person; left: WhatIsLeft }) {
  return (
    <>
      <p role="status">{spentText(left)}</p>
      {canUpgrade(person) && <Link href={paths.createAccount}>{t.common.createAccount}</Link>}
    </>
  );
}

const tellCopied = () => showToast({ text: t.common.copied });
