import { useRef, useState } from 'react';
import type { Answer, Problem } from '../api/problem.ts';
import { useCountdown } from './use-countdown.ts';

export type Submit = ReturnType<typeof useSubmit>;

/**
 * One act of the person: runs once at a time, keeps the problem it met, and counts down while it must wait.
 *
 * @param before a problem that was met elsewhere; each new one takes the place of what was met here
 */
export function useSubmit(before: Problem | null = null) {
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState(before);
  const [known, setKnown] = useState(before);
  const secondsLeft = useCountdown(problem, () => setProblem(null));
  // The state arrives a rendering later; a double click does not wait for it.
  const running = useRef(false);

  if (before !== known) {
    setKnown(before);
    setProblem(before);
  }

  /**
   * An act that answers null was called off by the person: that is no problem.
   *
   * @param goOn what follows from the answer, and is part of the act: nobody clicks again while the page is on its way
   */
  async function run<T>(
    act: () => Promise<Answer<T> | null>,
    goOn: (answer: Answer<T>) => unknown = () => {},
  ): Promise<Answer<T> | null> {
    if (running.current || secondsLeft > 0) return null;
    running.current = true;
    setRunning(true);
    const answer = await act();
    setProblem(answer?.problem ?? null);
    if (answer) await goOn(answer);
    running.current = false;
    setRunning(false);
    return answer;
  }

  /** Says no without asking the server; null takes it back. */
  const refuse = (code: Problem['code'] | null) => setProblem(code && { code, retryAfterSeconds: 0 });

  return { run, refuse, isRunning, problem, secondsLeft, mustWait: isRunning || secondsLeft > 0 };
}
