import { useEffect, useRef, useState } from 'react';
import * as t from '../../../messages/texts.ts';
import { asSpoken, endOfSentences } from './sentences.ts';

type Props = { id: string; text: string; isReplying: boolean; isAnswered: boolean };

/** How often a screen reader is told something new at most, in milliseconds. */
const pauseMs = 1000;

/** Reads an answer out to a screen reader as it comes: whole sentences, politely. */
export function Announcer({ id, text, isReplying, isAnswered }: Props) {
  const [said, setSaid] = useState('');
  const latest = useRef({ id, text });
  latest.current = { id, text };

  useEffect(() => {
    if (!isReplying) return;
    setSaid(t.chat.thread.isWriting);
    let spoken = { id: latest.current.id, end: latest.current.text.length };
    const sayNext = (isLast: boolean) => {
      const { id, text } = latest.current;
      if (id !== spoken.id) spoken = { id, end: 0 };
      const end = isLast ? text.length : spoken.end + endOfSentences(text.slice(spoken.end));
      const next = asSpoken(text.slice(spoken.end, end));
      spoken.end = end;
      if (next) setSaid(next);
    };
    const timer = setInterval(() => sayNext(false), pauseMs);
    return () => {
      clearInterval(timer);
      sayNext(true);
    };
  }, [isReplying]);

  const isDone = !isReplying && isAnswered;
  return (
    <div role="status" className="visually-hidden">
      <p key={said}>{said}</p>
      {isDone && <p>{t.chat.thread.hasFinished}</p>}
    </div>
  );
}
