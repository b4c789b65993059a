import './jitless.ts';
import './mantine.css.ts';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { chatApi } from '../api/chats.ts';
import type { Bootstrap, Person } from '../api/session.ts';
import * as t from '../messages/texts.ts';
import { useTitle } from '../page/use-title.ts';
import { paths } from '../routes.ts';
import type { InvitationLink } from '../session/address/invitation-link.ts';
import { useSession } from '../session/context.ts';
import type { FlashMessage } from '../session/state/state.ts';
import { useQuery } from '../session/use-query.ts';
import { Toasts } from '../ui/toast/Toasts.tsx';
import { actOnToast } from '../ui/toast/toast.ts';
import { AlreadySignedIn } from './AlreadySignedIn.tsx';
import { hasLimits } from './assistant/near-limits.ts';
import { useWhatIsLeft } from './assistant/use-what-is-left.ts';
import { ChatHeader } from './ChatHeader.tsx';
import styles from './ChatPage.module.css';
import { KeyGonePage } from './KeyGonePage.tsx';
import { ChatNavigation } from './list/ChatNavigation.tsx';
import { NewMemberNotice } from './NewMemberNotice.tsx';
import { RoomFullPage } from './RoomFullPage.tsx';
import { StatusNotice } from './StatusNotice.tsx';
import { ShortcutsDialog } from './shortcuts/ShortcutsDialog.tsx';
import { useShortcuts } from './shortcuts/use-shortcuts.ts';
import { Conversation } from './thread/Conversation.tsx';
import { useOpenChat } from './use-open-chat.ts';
import { useSignOfLife } from './use-sign-of-life.ts';

type Props = {
  /** Undefined for a new chat. */
  id: string | undefined;
  bootstrap: Bootstrap;
  person: Person;
  /** A code in a link that a signed-in person has opened. */
  link: InvitationLink | null;
  flash: FlashMessage | null;
};

export default function ChatPage({ id, bootstrap, person, link, flash }: Props) {
  const [, go] = useLocation();
  const session = useSession();
  const list = useQuery(chatApi.list);
  const { openId, isNew, draftName, messageSaved } = useOpenChat(id);
  const [isListOpen, setListOpen] = useState(false);
  const [name, setName] = useState(person.assistant.name);
  const [isListingShortcuts, setListingShortcuts] = useState(false);
  const left = useWhatIsLeft(person);
  const title = list.value?.find((chat) => chat.id === openId)?.title ?? (id ? t.chat.title : t.chat.newChat);
  // The browser keeps page titles in its history, and no logout erases them. So the chat's own title stays out.
  useTitle(t.chat.title);

  useShortcuts({
    newChat: () => go(paths.newChat),
    search: () => document.querySelector<HTMLElement>('aside input[type=search]')?.focus(),
    list: () => setListingShortcuts(true),
    undo: actOnToast,
  });
  useSignOfLife(person.isGuest, list.reload);

  function startOver() {
    go(paths.newChat);
    void list.reload();
  }

  if (list.problem?.code === 'KEY_GONE') return <KeyGonePage person={person} onStarted={startOver} />;
  if (list.problem?.code === 'ROOM_FULL') return <RoomFullPage person={person} ask={list.reload} />;
  return (
    <div className={styles.page}>
      <a href="#conversation" className={styles.skip}>
        {t.chat.skip}
      </a>
      <ChatNavigation
        list={list}
        openId={openId}
        person={person}
        isOpen={isListOpen}
        onClose={() => setListOpen(false)}
        onShortcuts={() => setListingShortcuts(true)}
      />
      <div className={styles.column}>
        <div className={styles.head}>
          <ChatHeader title={title} name={name} person={person} onList={() => setListOpen(true)} />
          <StatusNotice person={person} settings={bootstrap.settings} left={left} />
        </div>
        <main id="conversation" tabIndex={-1} className={styles.main}>
          {link && <AlreadySignedIn link={link} bootstrap={bootstrap} person={person} />}
          {!person.isGuest && flash && <NewMemberNotice flash={flash} />}
          <Conversation
            key={openId}
            id={openId}
            isNew={isNew}
            bootstrap={bootstrap}
            person={person}
            left={left}
            draftName={draftName}
            onAssistant={setName}
            onSaved={() => {
              messageSaved();
              void list.reload();
              if (hasLimits(person)) void session.refresh();
            }}
            onRoomFull={list.reload}
          />
        </main>
      </div>
      {isListingShortcuts && <ShortcutsDialog onClose={() => setListingShortcuts(false)} />}
      <Toasts />
    </div>
  );
}
