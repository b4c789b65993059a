import type { Person } from '../api/session.ts';
import { LeaveQuickly } from '../log-out/LeaveQuickly.tsx';
import { LogOut } from '../log-out/LogOut.tsx';
import * as t from '../messages/texts.ts';
import styles from './ChatPage.module.css';

type Props = { title: string; person: Person; onList: () => void };

export function ChatHeader({ title, person, onList }: Props) {
  return (
    <section aria-label={t.chat.thisChat} className={styles.header}>
      <button type="button" className={styles.listButton} onClick={onList}>
        {t.chat.chats}
      </button>
      <h1 className={styles.title}>{title}</h1>
      {person.isGuest && <LeaveQuickly />}
      <LogOut person={person} />
    </section>
  );
}
