import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { type Access, type Answer, api, type Chat } from '../api.ts';
import { sentenceOf } from '../sentences.ts';
import { Refused } from '../ui/Refused.tsx';
import { useVisit } from '../visit.ts';
import styles from './Thread.module.css';
import { Thread } from './Thread.tsx';

type Props = { id: string; isNew: boolean; access: Access; onChange: () => void };

/** One chat: loaded first, unless it begins here. */
export function Conversation({ id, isNew, access, onChange }: Props) {
  const visit = useVisit();
  const [wasNew] = useState(isNew);
  const [answer, setAnswer] = useState<Answer<Pick<Chat, 'id' | 'messages' | 'isReplying'>> | null>(
    isNew ? { value: { id, messages: [], isReplying: false } } : null,
  );

  useEffect(() => {
    if (wasNew) return;
    let isCurrent = true;
    void api.chat(id).then((loaded) => {
      if (!isCurrent) return;
      if (loaded.problem?.code === 'NOT_SIGNED_IN') void visit.refresh();
      setAnswer(loaded);
    });
    return () => {
      isCurrent = false;
    };
  }, [id, wasNew, visit]);

  if (!answer) return <div className={styles.loading} aria-busy="true" />;
  if (answer.value) return <Thread chat={answer.value} access={access} onChange={onChange} />;
  return (
    <div className={styles.missing}>
      <Refused>{sentenceOf(answer.problem.code)}</Refused>
      <Link href="/chat">Start a new chat</Link>
    </div>
  );
}
