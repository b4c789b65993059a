import './jitless.ts';
import './mantine.css.ts';
import { Drawer } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Access, ChatEntry } from '../api.ts';
import { useTitle } from '../ui/use-title.ts';
import type { Link } from '../visit.ts';
import { AlreadySignedIn } from './AlreadySignedIn.tsx';
import styles from './ChatPage.module.css';
import { Conversation } from './Conversation.tsx';
import { DeleteDialog } from './DeleteDialog.tsx';
import { LogOut } from './LogOut.tsx';
import { newId } from './new-id.ts';
import { RenameDialog } from './RenameDialog.tsx';
import { Sidebar } from './Sidebar.tsx';
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
  const [isListOpen, setListOpen] = useState(false);
  const [renamed, setRenamed] = useState<ChatEntry | null>(null);
  const [deleted, setDeleted] = useState<ChatEntry | null>(null);

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
    setDeleted(null);
    if (gone.id === openId) go('/chat');
    void list.reload();
  }

  const sidebar = (
    <Sidebar
      list={list}
      openId={openId}
      person={person}
      onChoose={() => setListOpen(false)}
      onRename={(chat) => {
        setListOpen(false);
        setRenamed(chat);
      }}
      onDelete={(chat) => {
        setListOpen(false);
        setDeleted(chat);
      }}
    />
  );

  return (
    <div className={styles.page}>
      <a href="#conversation" className={styles.skip}>
        Skip to the conversation
      </a>
      <aside className={styles.aside}>{sidebar}</aside>
      <Drawer
        opened={isListOpen}
        onClose={() => setListOpen(false)}
        title="Foyer"
        size="19rem"
        classNames={{ body: styles.drawer }}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {sidebar}
      </Drawer>
      <div className={styles.column}>
        <section aria-label="This chat" className={styles.header}>
          <button type="button" className={styles.listButton} onClick={() => setListOpen(true)}>
            Chats
          </button>
          <h1 className={styles.title}>{title}</h1>
          <LogOut isGuest={person.isGuest} />
        </section>
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
            onKept={kept}
          />
        </main>
      </div>
      {renamed && (
        <RenameDialog chat={renamed} onClose={() => setRenamed(null)} onRenamed={() => void list.reload()} />
      )}
      {deleted && <DeleteDialog chat={deleted} onClose={() => setDeleted(null)} onDeleted={afterDelete} />}
    </div>
  );
}
