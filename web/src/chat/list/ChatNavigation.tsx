import { Drawer } from '@mantine/core';
import { useState } from 'react';
import type { ChatEntry } from '../../api/chats.ts';
import type { Person } from '../../api/session.ts';
import * as t from '../../messages/texts.ts';
import type { Query } from '../../session/use-query.ts';
import styles from '../ChatPage.module.css';
import { DeleteDialog } from './DeleteDialog.tsx';
import { RenameDialog } from './RenameDialog.tsx';
import { Sidebar } from './Sidebar.tsx';

type Props = {
  list: Query<ChatEntry[]>;
  openId: string;
  person: Person;
  /** On narrow screens the list is in a drawer. */
  isOpen: boolean;
  onClose: () => void;
  onDeleted: (gone: ChatEntry) => void;
};

export function ChatNavigation({ list, openId, person, isOpen, onClose, onDeleted }: Props) {
  const [renamed, setRenamed] = useState<ChatEntry | null>(null);
  const [deleted, setDeleted] = useState<ChatEntry | null>(null);

  const sidebar = (
    <Sidebar
      list={list}
      openId={openId}
      person={person}
      onChoose={onClose}
      onRename={(chat) => {
        onClose();
        setRenamed(chat);
      }}
      onDelete={(chat) => {
        onClose();
        setDeleted(chat);
      }}
    />
  );

  return (
    <>
      <aside className={styles.aside}>{sidebar}</aside>
      <Drawer
        opened={isOpen}
        onClose={onClose}
        title={t.common.appName}
        size="19rem"
        classNames={{ body: styles.drawer }}
        closeButtonProps={{ 'aria-label': t.chat.close }}
      >
        {sidebar}
      </Drawer>
      {renamed && (
        <RenameDialog chat={renamed} onClose={() => setRenamed(null)} onRenamed={() => void list.reload()} />
      )}
      {deleted && (
        <DeleteDialog
          chat={deleted}
          onClose={() => setDeleted(null)}
          onDeleted={(gone) => {
            setDeleted(null);
            onDeleted(gone);
          }}
        />
      )}
    </>
  );
}
