import * as t from '../messages/texts.ts';
import type { FlashMessage } from '../session/state/state.ts';
import { Notice } from '../ui/Notice.tsx';
import styles from './ChatPage.module.css';

export function NewMemberNotice({ flash }: { flash: FlashMessage }) {
  return (
    <div className={styles.notice}>
      <Notice>{flash.of === 'join' ? t.chat.loggedIn : t.chat.accountReady}</Notice>
    </div>
  );
}
