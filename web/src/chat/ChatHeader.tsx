import type { Person } from '../api/session.ts';
import { LogOut } from '../log-out/LogOut.tsx';
import * as t from '../messages/texts.ts';
import { Icon } from '../ui/icons.tsx';
import styles from './ChatPage.module.css';
import { SaveChats } from './save/SaveChats.tsx';

type Props = {
  title: string;
  /** Of the assistant; null for one without a name. */
  name: string | null;
  person: Person;
  onList: () => void;
};

export function ChatHeader({ title, name, person, onList }: Props) {
  return (
    <section aria-label={t.chat.thisChat} className={styles.header}>
      <button type="button" className={styles.listButton} onClick={onList}>
        <Icon name="menu" />
        {t.chat.chats}
      </button>
      <div className={styles.names}>
        <h1 className={styles.title} dir="auto">
          {title}
        </h1>
        {name !== null && <p className={styles.with}>{t.chat.with(name)}</p>}
      </div>
      <div className={styles.out}>
        <LogOut person={person} beforeLeaving={<SaveChats />} />
      </div>
    </section>
  );
}
