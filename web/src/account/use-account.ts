import { useCallback, useEffect, useState } from 'react';
import { type Account, api, type Problem } from '../api.ts';
import { useVisit } from '../visit.ts';

/** What is known of the member's account; null until it is. */
export function useAccount() {
  const visit = useVisit();
  const [account, setAccount] = useState<Account | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  const reload = useCallback(async () => {
    const answer = await api.account();
    if (answer.problem?.code === 'NOT_SIGNED_IN' || answer.problem?.code === 'NOT_A_MEMBER')
      await visit.refresh();
    if (answer.value) setAccount(answer.value);
    setProblem(answer.problem ?? null);
  }, [visit]);

  useEffect(() => {
    void reload();
    window.addEventListener('focus', reload);
    return () => window.removeEventListener('focus', reload);
  }, [reload]);

  return { account, problem, reload };
}
