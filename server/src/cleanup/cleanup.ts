import type { Database } from '@foyer/database';
import { cleanUpGuests, forgetExpiredAttempts, type InvitationCodesOptions } from '@foyer/invitation-codes';
import { forgetFormerSessions } from '../installation/former-sessions.ts';
import { type Renew, withJobLock } from '../installation/job-lock.ts';
import { vacuumAtNight } from '../installation/owed-vacuum.ts';
import { forgetMailTokens } from '../mail/mail-tokens.ts';
import { forgetModelCalls } from '../models/model-calls.ts';
import { forgetLinks } from '../operators/links.ts';
import type { RateLimits } from '../rate-limits/rate-limits.ts';
import { type Log, traceOf } from '../telemetry/log.ts';
import { logFailed } from './log-failed.ts';

const maxEveryMs = 60_000;

type Deps = {
  invitations: InvitationCodesOptions;
  database: Database;
  rateLimits: RateLimits;
  log: Log;
  /** When the server is closing, the remaining guests wait for the next cleanup. */
  isClosing: () => boolean;
};

/** One server at a time deletes expired data. Returns a function that stops it after a running cleanup. */
export function startCleanup(parts: Deps): () => Promise<void> {
  let running: Promise<void> | null = null;
  const begin = () => {
    running ??= cleanUpWithLock(parts).finally(() => {
      running = null;
    });
  };
  begin();
  const timer = setInterval(begin, Math.min(maxEveryMs, Math.max(1000, parts.invitations.guestTtlMs / 4)));
  return async () => {
    clearInterval(timer);
    await running;
  };
}

async function cleanUpWithLock(parts: Deps): Promise<void> {
  try {
    await withJobLock(parts.database.db, parts.invitations.now, (renew) => cleanUp(parts, renew));
  } catch (error) {
    logFailed(parts.log, error);
  }
}

/** One failed task is logged and retried next time; it does not stop the others. */
export async function cleanUp(
  { invitations, database, rateLimits, log, isClosing }: Deps,
  renew: Renew = async () => true,
): Promise<void> {
  const expired = new Date(invitations.now());
  const isEnough = async () => isClosing() || !(await renew());
  const tasks = [
    async () => {
      const { erased, failures } = await cleanUpGuests(invitations, isEnough);
      if (erased > 0) log('guests erased', { erased });
      for (const failure of failures) log('a guest could not be erased', traceOf(failure), 'error');
    },
    () => forgetExpiredAttempts(invitations),
    () => rateLimits.forget(),
    () => forgetModelCalls(database.db, invitations.now()),
    () => forgetMailTokens(database.db, invitations.now()),
    () => forgetLinks(database.db, invitations.now()),
    () => forgetFormerSessions(database, invitations.now()),
    () => database.db.deleteFrom('verification').where('expiresAt', '<=', expired).execute(),
    // Members only: the first task already erased guests without a session.
    () => database.db.deleteFrom('session').where('expiresAt', '<=', expired).execute(),
    async () => void (await database.upkeep.emptyLog()),
    () => vacuumAtNight(database, log, invitations.now()),
  ];
  for (const task of tasks) {
    try {
      if (await isEnough()) return;
      await task();
    } catch (error) {
      logFailed(log, error);
    }
  }
}
