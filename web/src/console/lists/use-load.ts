import { useCallback, useEffect, useRef, useState } from 'react';
import { useSession } from '../../session/context.ts';
import type { Answer, Problem } from '../api/problem.ts';

/**
 * Loads something of the API of operators. What was loaded before stays until the next answer is there.
 *
 * @param ask the same function until something else is wanted (`useCallback`)
 * @param everyMs asks again so often while the tab is looked at; null for once
 */
export function useLoad<T>(ask: () => Promise<Answer<T>>, everyMs: number | null = null) {
  const session = useSession();
  const [value, setValue] = useState<T | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isLoading, setLoading] = useState(true);
  const turn = useRef(0);
  const isAsking = useRef(false);

  const reload = useCallback(async () => {
    const current = ++turn.current;
    setLoading(true);
    isAsking.current = true;
    const answer = await ask();
    if (current === turn.current) isAsking.current = false;
    if (answer.problem?.code === 'NOT_SIGNED_IN') await session.refresh();
    // A later question has been asked, or the page is gone.
    if (current !== turn.current) return;
    if (answer.value !== undefined) setValue(answer.value);
    setProblem(answer.problem ?? null);
    setLoading(false);
  }, [ask, session]);

  useEffect(() => {
    void reload();
    return () => {
      turn.current++;
    };
  }, [reload]);

  useEffect(() => {
    if (everyMs === null) return;
    // An answer that takes longer is waited for.
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible' && !isAsking.current) void reload();
    }, everyMs);
    return () => clearInterval(timer);
  }, [reload, everyMs]);

  const isOffline = problem?.code === 'OFFLINE';
  useEffect(() => {
    if (!isOffline) return;
    window.addEventListener('online', reload);
    return () => window.removeEventListener('online', reload);
  }, [reload, isOffline]);

  return { value, problem, isLoading, reload, setValue };
}
