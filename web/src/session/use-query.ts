import { useCallback, useEffect, useState } from 'react';
import { type Answer, isSessionError, type Problem } from '../api/problem.ts';
import { useSession } from './context.ts';

export type Query<T> = ReturnType<typeof useQuery<T>>;

/**
 * What the server answers to a question about who is in: null until it is known, asked again when the tab is looked at.
 *
 * @param ask the same function each time
 */
export function useQuery<T>(ask: () => Promise<Answer<T>>) {
  const session = useSession();
  const [value, setValue] = useState<T | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  const reload = useCallback(async () => {
    const answer = await ask();
    if (answer.problem && isSessionError(answer.problem)) await session.refresh();
    if (answer.value) setValue(answer.value);
    setProblem(answer.problem ?? null);
  }, [ask, session]);

  useEffect(() => {
    void reload();
    window.addEventListener('focus', reload);
    return () => window.removeEventListener('focus', reload);
  }, [reload]);

  return { value, problem, reload };
}
