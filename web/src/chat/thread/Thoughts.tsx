import { useState } from 'react';
import * as t from '../../messages/texts.ts';
import { PlainText } from '../markdown/PlainText.tsx';
import styles from './Thread.module.css';

type Props = { text: string; isGrowing: boolean };

/** Folded. Drawn only while it is open: thoughts can be much longer than the reply. */
export function Thoughts({ text, isGrowing }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.thoughts} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{isGrowing ? t.chat.thread.thinking : t.chat.thread.thoughts}</summary>
      {isOpen && <PlainText text={text} />}
    </details>
  );
}
