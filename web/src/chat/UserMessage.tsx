import { memo } from 'react';
import styles from './Thread.module.css';
import { type ChatMessage, textOf } from './use-reply.ts';

export const UserMessage = memo(function UserMessage({ message }: { message: ChatMessage }) {
  return (
    <article aria-label="You" className={styles.user}>
      {textOf(message)}
    </article>
  );
});
