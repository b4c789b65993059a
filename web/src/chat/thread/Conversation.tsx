import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { type Access, type Answer, api, type Chat } from '../../api/client.ts';
import { changesWho } from '../../api/is-session-error.ts';
import { sentenceOf } from '../../messages/errors.ts';
import { useVisit } from '../../session/context.ts';
import { Refused } from '../../ui/ErrorMessage.tsx';
import styles from './Thread.module.css';
import { Thread } from './Thread.tsx';
import { ThreadSkeleton } from './ThreadSkeleton.tsx';

type Props = {
  id: string;
  isNew: boolean;
  access: Access;
  draftOf: string;
  onKept: () => void;
};

/** One chat: loaded first, unless it begins here. */
export function Conversation({ id, isNew, access, draftOf, onKept }: Props) {
  const visit = useVisit();
  const [answer, setAnswer] = useState<Answer<Pick<Chat, 'id' | 'messages' | 'isReplying'>> | null>(
    isNew ? { value: { id, messages: [], isReplying: false } } : null,
  );

  useEffect(() => {
    if (answer) return;
    let isCurrent = true;
    void api.chat(id).then((loaded) => {
      if (!isCurrent) return;
      if (loaded.problem && changesWho(loaded.problem)) void visit.refresh();
      setAnswer(loaded);
    });
    return () => {
      isCurrent = false;
    };
  }, [answer, id, visit]);

  useEffect(() => {
    if (answer?.problem?.code !== 'OFFLINE') return;
    const again = () => setAnswer(null);
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [answer]);

  if (!answer) return <ThreadSkeleton />;
  if (answer.value) {
    return <Thread chat={answer.value} access={access} draftOf={draftOf} onKept={onKept} />;
  }
  return (
    <div className={styles.missing}>
      <Refused>{sentenceOf(answer.problem.code)}</Refused>
      {answer.problem.code === 'CHAT_NOT_FOUND' ? (
        <Link href="/chat">Start a new chat</Link>
      ) : (
        <Button variant="default" onClick={() => setAnswer(null)}>
          Try again
        </Button>
      )}
    </div>
  );
}
