import { memo } from 'react';
import * as t from '../../messages/texts.ts';
import { PlainText } from '../markdown/PlainText.tsx';
import { type ChatMessage, textOf } from './reply/reply-transport.ts';
import styles from './Thread.module.css';

export const UserMessage = memo(function UserMessage({ message }: { message: ChatMessage }) {
  return (
    <article aria-label={t.chat.thread.you} className={styles.user}>
      <PlainText text={textOf(message)} />
    </article>
  );
});
