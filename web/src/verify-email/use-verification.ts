import { useEffect, useRef, useState } from 'react';
import { emailApi, type TypedMailCode } from '../api/email.ts';
import type { Problem } from '../api/problem.ts';
import type { Person } from '../api/session.ts';
import { useSession } from '../session/context.ts';
import { useLatest } from '../ui/hooks/use-latest.ts';

/** The token of a link, or the code in a letter. */
export type Proof = { token: string } | TypedMailCode;

/** Confirms an email address when the page is shown, and again after a login. */
export function useVerification(proof: Proof | null, person: Person | null) {
  const session = useSession();
  const [isDone, setDone] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const isSpent = useRef(false);
  const latest = useLatest({ verify });
  /** A login is a reason to ask again. */
  const email = person?.email ?? null;

  useEffect(() => void latest.current.verify(proof, email), [proof, email, latest]);

  return { isDone, setDone: () => setDone(true), problem, again: () => void verify(proof, email) };

  async function verify(proof: Proof | null, email: string | null) {
    if (!proof || isSpent.current) return;
    isSpent.current = true;
    setProblem(null);
    const answer = await emailApi.verify(proof);
    if (answer.problem) {
      isSpent.current = false;
      return setProblem(answer.problem);
    }
    setDone(true);
    await session.sessionChanged(email === null ? 'in' : 'same');
  }
}
