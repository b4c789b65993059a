import { useCallback, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { type Chat, chatApi } from '../../api/chats.ts';
import type { Answer } from '../../api/problem.ts';
import type { Bootstrap, Person } from '../../api/session.ts';
import { errorText } from '../../messages/error-text.ts';
import * as t from '../../messages/texts.ts';
import { paths } from '../../routes.ts';
import { useQuery } from '../../session/use-query.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import type { WhatIsLeft } from '../assistant/what-is-left.ts';
import styles from './Thread.module.css';
import { Thread } from './Thread.tsx';
import { ThreadSkeleton } from './ThreadSkeleton.tsx';

type Opened = Pick<Chat, 'id' | 'messages' | 'isReplying' | 'assistant'>;

type Props = {
  id: string;
  isNew: boolean;
  bootstrap: Bootstrap;
  person: Person;
  left: WhatIsLeft;
  draftName: string;
  /** Called with the name of the assistant of this chat. */
  onAssistant: (name: string | null) => void;
  onSaved: () => void;
  onRoomFull: () => void;
};

export function Conversation({ id, isNew, person, onAssistant, ...ofThread }: Props) {
  const { assistant } = person;
  const [initial] = useState(isNew ? { id, messages: [], isReplying: false, assistant } : null);
  const load = useCallback((): Promise<Answer<Opened>> => chatApi.load(id), [id]);
  const { value, problem, isLoading, reload } = useQuery(load, { initial, reloadsOnFocus: false });

  const name = value ? value.assistant.name : assistant.name;
  useEffect(() => onAssistant(name), [name, onAssistant]);

  if (value) return <Thread chat={value} person={person} {...ofThread} />;
  if (isLoading || !problem) return <ThreadSkeleton />;
  return (
    <div className={styles.missing}>
      <ErrorMessage>{errorText(problem.code)}</ErrorMessage>
      {problem.code === 'CHAT_NOT_FOUND' ? (
        <Link href={paths.newChat}>{t.chat.thread.startNewChat}</Link>
      ) : (
        <Button variant="default" onClick={() => void reload()}>
          {t.common.tryAgain}
        </Button>
      )}
    </div>
  );
}
