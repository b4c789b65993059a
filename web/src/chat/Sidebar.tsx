import { Button } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import type { ChatEntry, Person } from '../api.ts';
import { sentenceOf } from '../sentences.ts';
import { Refused } from '../ui/Refused.tsx';
import { ChatListItem } from './ChatListItem.tsx';
import styles from './Sidebar.module.css';
import type { ChatList } from './use-chat-list.ts';

type Props = {
  list: ChatList;
  openId: string;
  person: Person;
  onChoose: () => void;
  onRename: (chat: ChatEntry) => void;
  onDelete: (chat: ChatEntry) => void;
};

export function Sidebar({ list, openId, person, onChoose, onRename, onDelete }: Props) {
  const [, go] = useLocation();

  return (
    <div className={styles.sidebar}>
      <Button
        variant="default"
        onClick={() => {
          go('/chat');
          onChoose();
        }}
      >
        New chat
      </Button>
      <nav aria-label="Chats" className={styles.nav}>
        {list.problem && (
          <Refused>
            {sentenceOf(list.problem.code)}{' '}
            <button type="button" className="text-button" onClick={() => void list.reload()}>
              Try again
            </button>
          </Refused>
        )}
        {!list.chats && !list.problem && <Skeleton />}
        {list.chats?.length === 0 && <p className={styles.empty}>No chats yet.</p>}
        <ul className={styles.list}>
          {list.chats?.map((chat) => (
            <ChatListItem
              key={chat.id}
              chat={chat}
              isOpen={chat.id === openId}
              onChoose={onChoose}
              onRename={() => onRename(chat)}
              onDelete={() => onDelete(chat)}
            />
          ))}
        </ul>
      </nav>
      <div className={styles.person}>
        <span className={styles.who}>{person.isGuest ? 'Guest' : person.email}</span>
        {!person.isGuest && <Link href="/account">Account</Link>}
      </div>
    </div>
  );
}

function Skeleton() {
  return (
    <div className={styles.skeleton} aria-hidden="true">
      <span />
      <span />
      <span />
    </div>
  );
}
