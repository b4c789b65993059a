import { useCallback, useEffect, useRef, useState } from 'react';
import { type Answer, isSessionError, type Problem } from '../api/problem.ts';
import { useSession } from './context.ts';

export type Query<T> = ReturnType<typeof useQuery<T>>;

type Options<T> = {
  /** What is known already: then nothing is asked at first. */
  initial?: T | null;
  /** Asks again when the tab is looked at. */
  reloadsOnFocus?: boolean;
};

/**
 * Loads something that belongs to the person who is signed in. Without a connection it is asked for again once there is one.
 *
 * @param ask the same function each time
 */
export function useQuery<T>(
  ask: () => Promise<Answer<T>>,
  { initial = null, reloadsOnFocus = true }: Options<T> = {},
) {
  const session = useSession();
  const [value, setValue] = useState<T | null>(initial);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isLoading, setLoading] = useState(initial === null);
  const turn = useRef(0);
  const wasKnown = useRef(initial !== null);

  const reload = useCallback(async () => {
    const current = ++turn.current;
    setLoading(true);
    const answer = await ask();
    if (answer.problem && isSessionError(answer.problem)) await session.refreshAfter(answer.problem);
    // A later question has been asked, or the page is gone.
    if (current !== turn.current) return;
    if (answer.value) setValue(answer.value);
    setProblem(answer.problem ?? null);
    setLoading(false);
  }, [ask, session]);

  useEffect(() => {
    if (!wasKnown.current) void reload();
    return () => {
      turn.current++;
    };
  }, [reload]);

  const isOffline = problem?.code === 'OFFLINE';
  useEffect(() => {
    if (reloadsOnFocus) window.addEventListener('focus', reload);
    if (isOffline) window.addEventListener('online', reload);
    return () => {
      window.removeEventListener('focus', reload);
      window.removeEventListener('online', reload);
    };
  }, [reload, reloadsOnFocus, isOffline]);

  return { value, problem, isLoading, reload };
}
