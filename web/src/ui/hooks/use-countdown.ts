import { useEffect, useState } from 'react';
import { useLatest } from './use-latest.ts';

/** Counts down the seconds that the server asks to wait. Calls `onEnd` once at zero. */
export function useCountdown(problem: { retryAfterSeconds: number } | null, onEnd = () => {}): number {
  const [left, setLeft] = useState(problem?.retryAfterSeconds ?? 0);
  const ended = useLatest(onEnd);

  useEffect(() => {
    const seconds = problem?.retryAfterSeconds ?? 0;
    const end = Date.now() + seconds * 1000;
    setLeft(seconds);
    if (seconds === 0) return;
    const timer = setInterval(() => {
      const now = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      setLeft(now);
      if (now > 0) return;
      clearInterval(timer);
      ended.current();
    }, 250);
    return () => clearInterval(timer);
  }, [problem, ended]);

  return left;
}
