import { memo, useState } from 'react';
import type { ChatEntry } from '../../api/chats.ts';
import * as t from '../../messages/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { byDay } from './by-day.ts';
import { ChatListItem } from './ChatListItem.tsx';
import styles from './Sidebar.module.css';

type Props = {
  chats: ChatEntry[];
  openId: string;
  onChoose: () => void;
  onRename: (chat: ChatEntry) => void;
  onDelete: (chat: ChatEntry) => void;
};

/** Thousands of rows would make the page slow. */
const shownAtOnce = 100;

export const ChatList = memo(function ChatList({ chats, openId, onChoose, onRename, onDelete }: Props) {
  const [shown, setShown] = useState(shownAtOnce);
  return (
    <>
      {byDay(chats.slice(0, shown), Date.now()).map(({ day, items }) => (
        <section key={day} aria-label={t.chat.list[day]}>
          <h2 className={styles.day}>{t.chat.list[day]}</h2>
          <ul className={styles.list}>
            {items.map((chat) => (
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
        </section>
      ))}
      {chats.length > shown && (
        <Button variant="subtle" size="xs" onClick={() => setShown(shown + shownAtOnce)}>
          {t.chat.list.earlierChats}
        </Button>
      )}
    </>
  );
});
