import { Drawer } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { type ChatEntry, chatApi } from '../../api/chats.ts';
import type { Person } from '../../api/session.ts';
import { errorText } from '../../messages/error-text.ts';
import * as t from '../../messages/texts.ts';
import { paths } from '../../routes.ts';
import type { Query } from '../../session/use-query.ts';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { showToast } from '../../ui/toast/toast.ts';
import styles from '../ChatPage.module.css';
import { RenameDialog } from './RenameDialog.tsx';
import { returnFocus } from './return-focus.ts';
import { Sidebar } from './Sidebar.tsx';

type Props = {
  list: Query<ChatEntry[]>;
  openId: string;
  person: Person;
  /** On narrow screens the list is in a drawer. */
  isOpen: boolean;
  onClose: () => void;
  onShortcuts: () => void;
};

/** How long a deletion can be taken back, as the server says. */
const undoMs = 10_000;

export function ChatNavigation({ list, openId, person, isOpen, onClose, onShortcuts }: Props) {
  const [, go] = useLocation();
  const [renamed, setRenamed] = useState<ChatEntry | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function remove(chat: ChatEntry) {
    const answer = await chatApi.remove(chat.id);
    if (answer.problem && answer.problem.code !== 'CHAT_NOT_FOUND')
      return setProblem(errorText(answer.problem.code));
    setProblem(null);
    if (chat.id === openId) go(paths.newChat);
    await list.reload();
    returnFocus();
    const undo = () => void restore(chat, chat.id === openId);
    showToast({
      text: t.chat.list.removed(isolated(chat.title)),
      action: { label: t.common.undo, run: undo },
      ms: undoMs,
    });
  }

  async function restore(chat: ChatEntry, wasOpen: boolean) {
    const { problem } = await chatApi.restore(chat.id);
    setProblem(problem ? errorText(problem.code) : null);
    await list.reload();
    if (!problem && wasOpen) go(paths.chat(chat.id));
    returnFocus(chat);
  }

  function endRenaming(chat: ChatEntry) {
    setRenamed(null);
    returnFocus(chat);
  }

  const sidebar = (
    <>
      {problem && <ErrorMessage>{problem}</ErrorMessage>}
      <Sidebar
        list={list}
        openId={openId}
        person={person}
        onChoose={onClose}
        onShortcuts={onShortcuts}
        onRename={(chat) => {
          onClose();
          setRenamed(chat);
        }}
        onDelete={(chat) => {
          onClose();
          void remove(chat);
        }}
      />
    </>
  );

  return (
    <>
      <aside className={styles.aside}>{sidebar}</aside>
      <Drawer
        opened={isOpen}
        onClose={onClose}
        title={t.chat.chats}
        size="88%"
        classNames={{ content: styles.drawerContent, header: styles.drawerHeader, body: styles.drawer }}
        closeButtonProps={{ 'aria-label': t.chat.close, size: 44 }}
      >
        {sidebar}
      </Drawer>
      {renamed && (
        <RenameDialog
          chat={renamed}
          onClose={() => endRenaming(renamed)}
          onRenamed={() => void list.reload()}
        />
      )}
    </>
  );
}

/** A title keeps its direction to itself, inside a sentence of the page. */
const isolated = (title: string) => `\u2068${title}\u2069`;
