import type { Answer } from '../api/problem.ts';
import { type Bootstrap, sessionApi } from '../api/session.ts';
import { forgetErasure, isErasurePending, saveErasure } from './storage/pending-erasure.ts';

/** Asks who is signed in. A guest whose erasure failed earlier is erased now, and is not shown again. */
export async function loadBootstrap(storage: Storage): Promise<Answer<Bootstrap>> {
  const answer = await sessionApi.bootstrap();
  const person = answer.value?.person;
  if (answer.problem || !isErasurePending(person?.id, storage)) return answer;
  const left = await sessionApi.logOut(person?.isGuest ? person.id : undefined);
  if (left.problem) return { problem: left.problem };
  forgetErasure(storage);
  return sessionApi.bootstrap();
}

/** Erases a guest, and remembers it until the server has done so. `guestId` is null when the server has not said who is signed in. */
export async function eraseGuest(guestId: string | null, storage: Storage) {
  if (guestId) saveErasure(guestId, storage);
  const left = await sessionApi.logOut(guestId ?? undefined);
  // Another tab has made an account of this guest: the account stays, but nobody stays signed in.
  const out = left.problem?.code === 'NOT_A_GUEST' ? await sessionApi.logOut() : left;
  if (!out.problem) forgetErasure(storage);
}
