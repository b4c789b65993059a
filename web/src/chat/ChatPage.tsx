import './jitless.ts';
import './mantine.css.ts';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Access, ChatEntry } from '../api.ts';
import { useTitle } from '../ui/use-title.ts';
import type { Link } from '../visit.ts';
import { AlreadySignedIn } from './AlreadySignedIn.tsx';
import { ChatHeader } from './ChatHeader.tsx';
import { ChatNavigation } from './ChatNavigation.tsx';
import styles from './ChatPage.module.css';
import { Conversation } from './Conversation.tsx';
import { newId } from './new-id.ts';
import { useChatList } from './use-chat-list.ts';

type Props = {
  /** The chat in the address; undefined for a new one. */
  id: string | undefined;
  access: Access;
  person: NonNullable<Access['person']>;
  /** A code in the link that somebody who is in already has opened. */
  link: Link | null;
};

export default function ChatPage({ id, access, person, link }: Props) {
  const [, go] = useLocation();
  const list = useChatList();
  const [draft, setDraft] = useState({ id: newId(), isSent: false });
  // What was typed and not sent, by chat: it goes with this page, at logout at the latest.
  const [unsent] = useState(() => new Map<string, string>());
  const [isListOpen, setListOpen] = useState(false);

  // The address of a new chat was opened again after its first message: that is another new chat.
  if (!id && draft.isSent) setDraft({ id: newId(), isSent: false });
  const openId = id ?? draft.id;
  const title = list.chats?.find((chat) => chat.id === openId)?.title ?? (id ? 'Chat' : 'New chat');
  useTitle(title);

  /** The server has taken a message: a new chat exists from now on. */
  function kept() {
    if (openId === draft.id && !draft.isSent) {
      setDraft({ ...draft, isSent: true });
      go(`/chat/${draft.id}`, { replace: true });
    }
    void list.reload();
  }

  function afterDelete(gone: ChatEntry) {
    if (gone.id === openId) go('/chat');
    void list.reload();
  }

  return (
    <div className={styles.page}>
      <a href="#conversation" className={styles.skip}>
        Skip to the conversation
      </a>
      <ChatNavigation
        list={list}
        openId={openId}
        person={person}
        isOpen={isListOpen}
        onClose={() => setListOpen(false)}
        onDeleted={afterDelete}
      />
      <div className={styles.column}>
        <ChatHeader title={title} isGuest={person.isGuest} onList={() => setListOpen(true)} />
        <main id="conversation" tabIndex={-1} className={styles.main}>
          {link && <AlreadySignedIn link={link} isGuest={person.isGuest} />}
          {person.isGuest && (
            <p className={styles.guest}>You are a guest: your chats are deleted when you log out.</p>
          )}
          <Conversation
            key={openId}
            id={openId}
            isNew={openId === draft.id && !draft.isSent}
            access={access}
            unsent={unsent}
            onKept={kept}
          />
        </main>
      </div>
    </div>
  );
}
