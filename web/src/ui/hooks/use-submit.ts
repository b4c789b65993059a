import { useRef, useState } from 'react';
import type { Answer, Problem } from '../../api/problem.ts';
import { useCountdown } from './use-countdown.ts';
import { useOnBackOnline } from './use-online.ts';

export type Submit = ReturnType<typeof useSubmit>;

/**
 * One request of the person: it runs once at a time, keeps its problem, and counts down while the server asks to wait.
 *
 * @param before a problem from elsewhere; a new one replaces the problem met here
 */
export function useSubmit(before: Problem | null = null) {
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState(before);
  const [known, setKnown] = useState(before);
  const secondsLeft = useCountdown(problem, () => setProblem(null));
  // The sentence goes when its reason is over.
  useOnBackOnline(() => setProblem((shown) => (shown?.code === 'OFFLINE' ? null : shown)));
  // A ref, since the state changes one rendering later: a double click would run twice.
  const running = useRef(false);

  if (before !== known) {
    setKnown(before);
    setProblem(before);
  }

  /**
   * An answer of null means that the person cancelled: that is no problem.
   *
   * @param goOn what follows from the answer; the button stays busy until it is done
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

  /** Shows a problem without asking the server; null removes it. */
  const refuse = (code: Problem['code'] | null) => setProblem(code && { code, retryAfterSeconds: 0 });

  return { run, refuse, isRunning, problem, secondsLeft, mustWait: isRunning || secondsLeft > 0 };
}
