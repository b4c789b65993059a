import { Link, useLocation } from 'wouter';
import type { ChatEntry } from '../../api/chats.ts';
import type { Person } from '../../api/session.ts';
import { errorText } from '../../messages/error-text.ts';
import * as t from '../../messages/texts.ts';
import { paths } from '../../routes.ts';
import type { Query } from '../../session/use-query.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { ChatListItem } from './ChatListItem.tsx';
import styles from './Sidebar.module.css';

type Props = {
  list: Query<ChatEntry[]>;
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
          go(paths.newChat);
          onChoose();
        }}
      >
        {t.chat.newChat}
      </Button>
      <nav aria-label={t.chat.chats} className={styles.nav}>
        {list.problem && (
          <ErrorMessage>
            {errorText(list.problem.code)}{' '}
            <button type="button" className="text-button" onClick={() => void list.reload()}>
              {t.common.tryAgain}
            </button>
          </ErrorMessage>
        )}
        {!list.value && !list.problem && <Skeleton />}
        {list.value?.length === 0 && <p className={styles.empty}>{t.chat.list.empty}</p>}
        <ul className={styles.list}>
          {list.value?.map((chat) => (
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
        <span className={styles.who}>{person.isGuest ? t.chat.list.guest : person.email}</span>
        {!person.isGuest && <Link href={paths.account}>{t.chat.list.account}</Link>}
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
