import type { Answer } from '../api/problem.ts';
import { signInApi } from '../api/sign-in.ts';
import { attemptFor, forgetAttempt, type Intention } from './storage/entry-attempt.ts';

/** Enters as a guest. A second call before the first one succeeds is the same attempt, and spends no second use. */
export async function enterAsGuest(
  intention: Intention,
  storage: Storage = sessionStorage,
): Promise<Answer<unknown>> {
  const answer = await tryAttempt(intention, attemptFor(intention, storage));
  if (!answer.problem) forgetAttempt(storage);
  return answer;
}

/** For a page that waits, maybe for long: the attempt lives in its memory from now on. */
export function takeAttempt(intention: Intention, storage: Storage): string {
  const attemptId = attemptFor(intention, storage);
  forgetAttempt(storage);
  return attemptId;
}

/** Enters with an attempt that the caller keeps. */
export function tryAttempt(intention: Intention, attemptId: string): Promise<Answer<unknown>> {
  return signInApi.enterAsGuest({ ...intention, attemptId });
}

/** Whether somebody is signed in after this answer. */
export function hasEntered({ problem }: Answer<unknown>): boolean {
  return !problem || problem.code === 'ALREADY_SIGNED_IN';
}
