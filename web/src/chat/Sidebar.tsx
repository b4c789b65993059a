import { Button } from '@mantine/core';
import { useLocation } from 'wouter';
import type { Access, ChatEntry } from '../api.ts';
import { sentenceOf } from '../sentences.ts';
import { Refused } from '../ui/Refused.tsx';
import { ChatListItem } from './ChatListItem.tsx';
import styles from './Sidebar.module.css';
import type { ChatList } from './use-chat-list.ts';

type Props = {
  list: ChatList;
  openId: string;
  person: NonNullable<Access['person']>;
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
      <p className={styles.person}>{person.isGuest ? 'Guest' : person.email}</p>
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
