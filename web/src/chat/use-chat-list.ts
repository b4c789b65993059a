import { useCallback, useEffect, useState } from 'react';
import { api, type ChatEntry, type Problem } from '../api.ts';
import { useVisit } from '../visit.ts';
import { changesWho } from './changes-who.ts';

export type ChatList = ReturnType<typeof useChatList>;

/** The person's chats, newest first; null until they are known. */
export function useChatList() {
  const visit = useVisit();
  const [chats, setChats] = useState<ChatEntry[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  const reload = useCallback(async () => {
    const answer = await api.chats();
    if (answer.problem && changesWho(answer.problem)) await visit.refresh();
    if (answer.value) setChats(answer.value);
    setProblem(answer.problem ?? null);
  }, [visit]);

  useEffect(() => {
    void reload();
    window.addEventListener('focus', reload);
    return () => window.removeEventListener('focus', reload);
  }, [reload]);

  return { chats, problem, reload };
}
