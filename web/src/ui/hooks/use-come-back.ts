import { useEffect } from 'react';
import type { Problem } from '../../api/problem.ts';
import { useLatest } from './use-latest.ts';

/** How long to wait when the server does not say, in seconds. A proxy answers `BROKEN` while its server restarts. */
const defaultWaits: Partial<Record<Problem['code'], number>> = { OFFLINE: 5, BROKEN: 15 };
/** People who lost the same server must not all come back at the same moment: each waits up to this longer, in seconds. */
const maxSpread = 2;

/** Tries again by itself when the problem may be over. Other problems do not pass by waiting. */
export function useComeBack(problem: Problem | null, again: () => void) {
  const latest = useLatest(again);

  useEffect(() => {
    const seconds = problem && (problem.retryAfterSeconds || defaultWaits[problem.code]);
    if (!seconds) return;
    const comeBack = () => latest.current();
    const timer = setTimeout(comeBack, (seconds + Math.random() * maxSpread) * 1000);
    if (problem.code === 'OFFLINE') window.addEventListener('online', comeBack);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', comeBack);
    };
  }, [problem, latest]);
}
