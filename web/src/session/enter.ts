import type { Answer } from '../api/problem.ts';
import { signInApi } from '../api/sign-in.ts';
import { attemptFor, forgetAttempt, type Intention } from './storage/entry-attempt.ts';

/** Enters as a guest. A second call before the first succeeded is the same attempt, and spends nothing more. */
export async function enterAsGuest(intention: Intention): Promise<Answer<unknown>> {
  const answer = await tryAttempt(intention, attemptFor(intention));
  if (!answer.problem) forgetAttempt();
  return answer;
}

/** Enters by an attempt that the caller keeps. */
export function tryAttempt(intention: Intention, attemptId: string): Promise<Answer<unknown>> {
  return signInApi.enterAsGuest({ ...intention, attemptId });
}

/** Whether somebody is in after the answer. */
export function hasEntered({ problem }: Answer<unknown>): boolean {
  return !problem || problem.code === 'ALREADY_SIGNED_IN';
}
