import { useEffect, useRef, useState } from 'react';
import { emailApi } from '../api/email.ts';
import type { Problem } from '../api/problem.ts';
import type { Person } from '../api/session.ts';
import { useSession } from '../session/context.ts';
import { useLatest } from '../ui/hooks/use-latest.ts';

/** Confirms an email address when the page is shown, and again after a login. */
export function useVerification(token: string | null, person: Person | null) {
  const session = useSession();
  const [isDone, setDone] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const isSpent = useRef(false);
  const latest = useLatest({ verify });
  /** A login is a reason to ask again. */
  const email = person?.email ?? null;

  useEffect(() => void latest.current.verify(token, email), [token, email, latest]);

  return { isDone, problem, again: () => void verify(token, email) };

  async function verify(token: string | null, email: string | null) {
    if (!token || isSpent.current) return;
    isSpent.current = true;
    setProblem(null);
    const answer = await emailApi.verify(token);
    if (answer.problem) {
      isSpent.current = false;
      return setProblem(answer.problem);
    }
    setDone(true);
    await session.sessionChanged(email === null ? 'in' : 'same');
  }
}
