import styles from './ChatPage.module.css';
import { LogOut } from './LogOut.tsx';

type Props = { title: string; isGuest: boolean; onList: () => void };

export function ChatHeader({ title, isGuest, onList }: Props) {
  return (
    <section aria-label="This chat" className={styles.header}>
      <button type="button" className={styles.listButton} onClick={onList}>
        Chats
      </button>
      <h1 className={styles.title}>{title}</h1>
      <LogOut isGuest={isGuest} />
    </section>
  );
}
