import { Menu } from '@mantine/core';
import { Link } from 'wouter';
import type { ChatEntry } from '../../api/chats.ts';
import * as t from '../../messages/texts.ts';
import { paths } from '../../routes.ts';
import { Icon } from '../../ui/icons.tsx';
import styles from './Sidebar.module.css';

type Props = {
  chat: ChatEntry;
  isOpen: boolean;
  onChoose: () => void;
  onRename: () => void;
  onDelete: () => void;
};

export function ChatListItem({ chat, isOpen, onChoose, onRename, onDelete }: Props) {
  return (
    <li className={styles.item} data-chat={chat.id} data-open={isOpen || undefined}>
      <Link
        href={paths.chat(chat.id)}
        className={styles.link}
        aria-current={isOpen ? 'page' : undefined}
        onClick={onChoose}
      >
        <span dir="auto">{chat.title}</span>
      </Link>
      <Menu
        position="bottom-end"
        withinPortal={false}
        floatingStrategy="fixed"
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>
          <button type="button" className={styles.more}>
            <span className="visually-hidden">{t.chat.list.options(chat.title)}</span>
            <Icon name="ellipsis" />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={onRename}>{t.chat.list.rename}</Menu.Item>
          <Menu.Item onClick={onDelete}>{t.chat.list.remove}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}
