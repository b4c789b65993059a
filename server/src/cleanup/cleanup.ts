import { type Database, Unavailable } from '@foyer/database';
import { cleanUpGuests, forgetExpiredAttempts, type InvitationCodesOptions } from '@foyer/invitation-codes';
import { forgetFormerSessions } from '../installation/former-sessions.ts';
import { type Renew, withJobLock } from '../installation/job-lock.ts';
import { vacuumAtNight } from '../installation/owed-vacuum.ts';
import { forgetMailTokens } from '../mail/mail-tokens.ts';
import { forgetModelCalls } from '../models/model-calls.ts';
import type { RateLimits } from '../rate-limits/rate-limits.ts';
import { type Log, traceOf } from '../telemetry/log.ts';

/** How often at most it is swept, in milliseconds. */
const maxEveryMs = 60_000;

type Parts = {
  invitations: InvitationCodesOptions;
  database: Database;
  rateLimits: RateLimits;
  log: Log;
  /** Whether the server is on its way out: then the guests who are left are for another sweep. */
  isClosing: () => boolean;
};

/**
 * Erases, again and again, what has had its time: guests who are gone, retries nobody will send any more, addresses whose
 * tries have returned, proofs that expired. Of several servers one does it at a time.
 *
 * @returns what stops it; it resolves when a sweep that is under way has ended
 */
export function startCleanup(parts: Parts): () => Promise<void> {
  let sweeping: Promise<void> | null = null;
  const begin = () => {
    sweeping ??= sweepInTurn(parts).finally(() => {
      sweeping = null;
    });
  };
  begin();
  const timer = setInterval(begin, Math.min(maxEveryMs, Math.max(1000, parts.invitations.guestTtlMs / 4)));
  return async () => {
    clearInterval(timer);
    await sweeping;
  };
}

async function sweepInTurn(parts: Parts): Promise<void> {
  try {
    await withJobLock(parts.database.db, parts.invitations.now, (renew) => cleanUp(parts, renew));
  } catch (error) {
    logFailed(parts.log, error);
  }
}

/** Sweeps once. What fails is logged, keeps nothing else from being swept, and is tried again the next time. */
export async function cleanUp(
  { invitations, database, rateLimits, log, isClosing }: Parts,
  renew: Renew = async () => true,
): Promise<void> {
  const expired = new Date(invitations.now());
  const isEnough = async () => isClosing() || !(await renew());
  const brooms = [
    async () => {
      const { erased, failures } = await cleanUpGuests(invitations, isEnough);
      if (erased > 0) log('guests swept', { erased });
      for (const failure of failures) log('a guest could not be erased', traceOf(failure), 'error');
    },
    () => forgetExpiredAttempts(invitations),
    () => rateLimits.forget(),
    () => forgetModelCalls(database.db, invitations.now()),
    () => forgetMailTokens(database.db, invitations.now()),
    () => forgetFormerSessions(database, invitations.now()),
    () => database.db.deleteFrom('verification').where('expiresAt', '<=', expired).execute(),
    // Of members; a guest without a session has gone with the first broom.
    () => database.db.deleteFrom('session').where('expiresAt', '<=', expired).execute(),
    async () => void (await database.upkeep.emptyLog()),
    () => vacuumAtNight(database, log, invitations.now()),
  ];
  for (const broom of brooms) {
    try {
      if (await isEnough()) return;
      await broom();
    } catch (error) {
      logFailed(log, error);
    }
  }
}

/** A database that cannot be asked for a while is no fault of ours: what is due is swept later. */
function logFailed(log: Log, error: unknown) {
  log('sweep failed', traceOf(error), error instanceof Unavailable ? 'warn' : 'error');
}
