import type { Person } from '../api.ts';
import styles from './ChatPage.module.css';
import { LogOut } from './LogOut.tsx';

type Props = { title: string; person: Person; onList: () => void };

export function ChatHeader({ title, person, onList }: Props) {
  return (
    <section aria-label="This chat" className={styles.header}>
      <button type="button" className={styles.listButton} onClick={onList}>
        Chats
      </button>
      <h1 className={styles.title}>{title}</h1>
      <LogOut person={person} />
    </section>
  );
}
