import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { type Chat, chatApi } from '../../api/chats.ts';
import { type Answer, isSessionError } from '../../api/problem.ts';
import type { Bootstrap } from '../../api/session.ts';
import { errorText } from '../../messages/error-text.ts';
import * as t from '../../messages/texts.ts';
import { paths } from '../../routes.ts';
import { useSession } from '../../session/context.ts';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import styles from './Thread.module.css';
import { Thread } from './Thread.tsx';
import { ThreadSkeleton } from './ThreadSkeleton.tsx';

type Props = {
  id: string;
  isNew: boolean;
  bootstrap: Bootstrap;
  draftOf: string;
  onKept: () => void;
};

/** One chat: loaded first, unless it begins here. */
export function Conversation({ id, isNew, bootstrap, draftOf, onKept }: Props) {
  const session = useSession();
  const [answer, setAnswer] = useState<Answer<Pick<Chat, 'id' | 'messages' | 'isReplying'>> | null>(
    isNew ? { value: { id, messages: [], isReplying: false } } : null,
  );

  useEffect(() => {
    if (answer) return;
    let isCurrent = true;
    void chatApi.load(id).then((loaded) => {
      if (!isCurrent) return;
      if (loaded.problem && isSessionError(loaded.problem)) void session.refresh();
      setAnswer(loaded);
    });
    return () => {
      isCurrent = false;
    };
  }, [answer, id, session]);

  useEffect(() => {
    if (answer?.problem?.code !== 'OFFLINE') return;
    const again = () => setAnswer(null);
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [answer]);

  if (!answer) return <ThreadSkeleton />;
  if (answer.value) {
    return <Thread chat={answer.value} bootstrap={bootstrap} draftOf={draftOf} onKept={onKept} />;
  }
  return (
    <div className={styles.missing}>
      <ErrorMessage>{errorText(answer.problem.code)}</ErrorMessage>
      {answer.problem.code === 'CHAT_NOT_FOUND' ? (
        <Link href={paths.newChat}>{t.chat.thread.startNewChat}</Link>
      ) : (
        <Button variant="default" onClick={() => setAnswer(null)}>
          {t.common.tryAgain}
        </Button>
      )}
    </div>
  );
}
