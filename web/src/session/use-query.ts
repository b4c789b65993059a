import { useCallback, useEffect, useState } from 'react';
import type { Answer, Problem } from '../api/client.ts';
import { changesWho } from '../api/is-session-error.ts';
import { useVisit } from './context.ts';

export type Asked<T> = ReturnType<typeof useAsked<T>>;

/**
 * What the server answers to a question about who is in: null until it is known, asked again when the tab is looked at.
 *
 * @param ask the same function each time
 */
export function useAsked<T>(ask: () => Promise<Answer<T>>) {
  const visit = useVisit();
  const [value, setValue] = useState<T | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  const reload = useCallback(async () => {
    const answer = await ask();
    if (answer.problem && changesWho(answer.problem)) await visit.refresh();
    if (answer.value) setValue(answer.value);
    setProblem(answer.problem ?? null);
  }, [ask, visit]);

  useEffect(() => {
    void reload();
    window.addEventListener('focus', reload);
    return () => window.removeEventListener('focus', reload);
  }, [reload]);

  return { value, problem, reload };
}
