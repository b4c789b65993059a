import type { News } from '../session/context.ts';
import { Notice } from '../ui/Notice.tsx';
import styles from './ChatPage.module.css';

/** A guest has an account now, and is where they were. */
export function NewMemberNotice({ news }: { news: News }) {
  return (
    <div className={styles.notice}>
      <Notice>
        {news.of === 'join' ? 'You are logged in.' : 'Your account is ready.'} Your chats are here.
      </Notice>
    </div>
  );
}
