import type { Chat } from '../../api/chats.ts';
import * as t from '../../messages/texts.ts';
import styles from './Portrait.module.css';

type Props = { assistant: Pick<Chat['assistant'], 'name' | 'picture'>; size: 'small' | 'big' };

/** The assistant looks out of an arch: its picture, else the first letter of what it is called. */
export function Portrait({ assistant: { name, picture }, size }: Props) {
  if (picture) return <img src={picture} alt="" className={`${styles.portrait} ${styles[size]}`} />;
  const [first] = new Intl.Segmenter().segment(name ?? t.chat.thread.assistant);
  return (
    <span aria-hidden="true" translate="no" className={`${styles.portrait} ${styles[size]}`}>
      {first?.segment.toLocaleUpperCase()}
    </span>
  );
}
