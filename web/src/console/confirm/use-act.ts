import { useRef, useState } from 'react';
import { useSession } from '../../session/context.ts';
import { useCountdown } from '../../ui/hooks/use-countdown.ts';
import type { Answer, Problem } from '../api/problem.ts';
import { useConfirm } from './context.ts';

export type Act = ReturnType<typeof useAct>;

/**
 * One act of the operator: it runs once at a time and keeps its problem. Where the server asks for a fresh sign-in, the
 * operator is asked for their password, and the request is repeated.
 */
export function useAct() {
  const session = useSession();
  const confirm = useConfirm();
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const secondsLeft = useCountdown(problem, () => setProblem(null));
  // A ref, since the state changes one rendering later: a double click would run twice.
  const running = useRef(false);

  /** Returns what the server answers; null when it refuses, or when the operator cancels. */
  async function run<T>(act: () => Promise<Answer<T>>): Promise<{ value: T } | null> {
    if (running.current || secondsLeft > 0) return null;
    running.current = true;
    setRunning(true);
    setProblem(null);
    try {
      let answer = await act();
      if (answer.problem?.code === 'SIGN_IN_AGAIN') {
        if (!(await confirm())) return null;
        answer = await act();
      }
      if (answer.problem?.code === 'NOT_SIGNED_IN') await session.refresh();
      setProblem(answer.problem ?? null);
      return answer.problem ? null : { value: answer.value };
    } finally {
      running.current = false;
      setRunning(false);
    }
  }

  return { run, isRunning, problem, secondsLeft, clear: () => setProblem(null) };
}
