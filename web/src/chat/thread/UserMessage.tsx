import { memo } from 'react';
import { PlainText } from '../markdown/PlainText.tsx';
import { type ChatMessage, textOf } from './reply-transport.ts';
import styles from './Thread.module.css';

export const UserMessage = memo(function UserMessage({ message }: { message: ChatMessage }) {
  return (
    <article aria-label="You" className={styles.user}>
      <PlainText text={textOf(message)} />
    </article>
  );
});
