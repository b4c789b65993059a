import type { Database } from '@foyer/database';
import { forgetAttempts, type InvitationCodesOptions, sweepGuests } from '@foyer/invitation-codes';
import { type Log, traceOf } from './log.ts';
import type { TryLimits } from './tries.ts';

/** How often it is swept, in milliseconds. */
const sweepEveryMs = 60_000;

type Parts = { invitations: InvitationCodesOptions; database: Database; tries: TryLimits; log: Log };

/**
 * Erases, again and again, what has had its time: guests who are gone, retries nobody will send any more, addresses whose
 * tries have returned, proofs that expired. Several servers may do it at once.
 *
 * @returns what stops it; it resolves when a sweep that is under way has ended
 */
export function startSweeping(parts: Parts): () => Promise<void> {
  let sweeping = sweep(parts);
  const timer = setInterval(() => {
    sweeping = sweeping.then(() => sweep(parts));
  }, sweepEveryMs);
  return async () => {
    clearInterval(timer);
    await sweeping;
  };
}

/** Sweeps once. What fails is logged, and tried again the next time. */
export async function sweep({ invitations, database, tries, log }: Parts): Promise<void> {
  try {
    const erased = await sweepGuests(invitations);
    if (erased > 0) log('guests swept', { erased });
    await forgetAttempts(invitations);
    await tries.forget();
    const now = new Date(invitations.now());
    await database.db.deleteFrom('verification').where('expiresAt', '<=', now).execute();
    // A reader may have stood in the way when the last guest was erased.
    await database.scrub();
  } catch (error) {
    log('sweep failed', traceOf(error));
  }
}
