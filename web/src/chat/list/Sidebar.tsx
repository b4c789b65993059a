import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { ChatEntry } from '../../api/chats.ts';
import type { Person } from '../../api/session.ts';
import { LogOut } from '../../log-out/LogOut.tsx';
import { errorText } from '../../messages/error-text.ts';
import * as t from '../../messages/texts.ts';
import { Picture } from '../../page/frame/Picture.tsx';
import { paths } from '../../routes.ts';
import { useBrand } from '../../session/use-brand.ts';
import type { Query } from '../../session/use-query.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Words } from '../../ui/Words.tsx';
import { SaveChats } from '../save/SaveChats.tsx';
import { ChatList } from './ChatList.tsx';
import { SearchField, SearchResults } from './ChatSearch.tsx';
import styles from './Sidebar.module.css';
import { useSearch } from './use-search.ts';

type Props = {
  list: Query<ChatEntry[]>;
  openId: string;
  person: Person;
  onChoose: () => void;
  onShortcuts: () => void;
  onRename: (chat: ChatEntry) => void;
  onDelete: (chat: ChatEntry) => void;
};

export function Sidebar({ list, openId, person, onChoose, onShortcuts, onRename, onDelete }: Props) {
  const [, go] = useLocation();
  const [text, setText] = useState('');
  const found = useSearch(text);
  const brand = useBrand();

  return (
    <div className={styles.sidebar}>
      <p className={styles.brand}>
        <Picture brand={brand} />
        <span>{brand.name}</span>
      </p>
      <Button
        variant="default"
        size="xs"
        onClick={() => {
          go(paths.newChat);
          onChoose();
        }}
      >
        <Icon name="plus" /> {t.chat.newChat}
      </Button>
      <SearchField text={text} onText={setText} />
      <nav aria-label={t.chat.chats} className={styles.nav}>
        {list.problem && (
          <ErrorMessage>
            <Words>{errorText(list.problem.code)}</Words>{' '}
            <button type="button" className="text-button" onClick={() => void list.reload()}>
              {t.common.tryAgain}
            </button>
          </ErrorMessage>
        )}
        {found.text ? (
          <SearchResults found={found} onChoose={onChoose} />
        ) : (
          <>
            {!list.value && !list.problem && <Skeleton />}
            {list.value?.length === 0 && <p className={styles.empty}>{t.chat.list.empty}</p>}
            {list.value && (
              <ChatList
                chats={list.value}
                openId={openId}
                onChoose={onChoose}
                onRename={onRename}
                onDelete={onDelete}
              />
            )}
          </>
        )}
      </nav>
      <Button variant="subtle" size="xs" className={styles.shortcuts} onClick={onShortcuts}>
        {t.chat.shortcuts.button}
      </Button>
      <div className={styles.person}>
        <div className={styles.who}>
          <b dir={person.isGuest ? undefined : 'ltr'}>{person.isGuest ? t.chat.list.guest : person.email}</b>
          {person.isGuest ? (
            <span>{t.chat.list.erased}</span>
          ) : (
            <Link href={paths.account} className={styles.account}>
              {t.chat.list.account}
            </Link>
          )}
        </div>
        <div className={styles.out}>
          <LogOut person={person} variant="subtle" beforeLeaving={<SaveChats />} />
        </div>
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
