import { Menu } from '@mantine/core';
import * as t from '../../messages/texts.ts';
import { saveAs } from '../../ui/hooks/save-as.ts';
import { Icon } from '../../ui/icons.tsx';
import { CopyButton } from '../../ui/text-actions/CopyButton.tsx';
import action from '../../ui/text-actions/TextAction.module.css';
import styles from './Thread.module.css';

type Props = {
  text: string;
  /** How the reply ended; null for an ordinary end. */
  ending: string | null;
  onRetry: (() => void) | undefined;
  onGrow: (() => void) | undefined;
};

export function ReplyActions({ text, ending, onRetry, onGrow }: Props) {
  return (
    <div className={styles.actions}>
      {ending && (
        <span key={ending} className={styles.ending}>
          {ending}
        </span>
      )}
      {onGrow && (
        <button type="button" className={action.action} onClick={onGrow}>
          <Icon name="chevron-down" size={16} />
          <span>{t.chat.thread.continue}</span>
        </button>
      )}
      {text && <CopyButton text={() => text} />}
      {onRetry && (
        <button type="button" className={action.action} onClick={onRetry}>
          <Icon name="rotate-ccw" size={16} />
          <span>{t.common.tryAgain}</span>
        </button>
      )}
      {text && (
        <Menu position="bottom-start" withinPortal={false} withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <button type="button" className={action.action}>
              <Icon name="ellipsis" size={16} />
              <span>{t.common.more}</span>
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => saveAs(t.chat.save.replyFileName, text, 'text/markdown')}>
              {t.chat.thread.saveReply}
            </Menu.Item>
            <Menu.Item onClick={() => window.print()}>{t.chat.thread.print}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}
