import { type RawBuilder, sql } from 'kysely';
import type { InvitationCodesOptions } from '../options.ts';
import type { NewRedemption } from '../redemption/redemption.ts';
import type { EntryAttemptRow } from '../tables.ts';

/** For how long the retry of an entry is known, in milliseconds. */
const attemptLifeMs = 10 * 60 * 1000;

type Deps = Pick<InvitationCodesOptions, 'db' | 'now'>;

/** An attempt that is made now. */
export type Attempt = Pick<EntryAttemptRow, 'digest' | 'attemptedAt'>;

/** The guest whom an attempt has made, and by which code; null when it has made none, or too long ago. */
export function guestOfAttempt({ db, now }: Deps, digest: string) {
  return db
    .selectFrom('entryAttempt')
    .innerJoin('invitationCode', 'invitationCode.id', 'entryAttempt.codeId')
    .innerJoin('user', 'user.id', 'entryAttempt.userId')
    .select(['entryAttempt.userId', 'invitationCode.digest as codeDigest', 'user.dataKeys'])
    .where('entryAttempt.digest', '=', digest)
    .where('user.isGuest', '=', true)
    .where('attemptedAt', '>', now() - attemptLifeMs)
    .executeTakeFirst();
}

/** Takes an attempt for the guest whom a redemption makes. It fails, and the redemption with it, when it has made its guest already: `isTaken`. */
export function insertAttempt(
  { digest, userId, attemptedAt }: Attempt & { userId: string },
  { codeId, from }: NewRedemption,
): RawBuilder<unknown> {
  return sql`
    insert into "entryAttempt" ("digest", "codeId", "userId", "attemptedAt")
    select ${digest}, ${codeId}, ${userId}, ${attemptedAt} ${from}`;
}

/** Whether a redemption has failed because the attempt has made its guest already. */
export function isAttemptTaken(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // PostgreSQL words its errors in the language of its server.
  const { code, table } = error as { code?: string; table?: string };
  const UNIQUE_VIOLATION = '23505';
  return (
    (code === UNIQUE_VIOLATION && table === 'entryAttempt') ||
    error.message === 'UNIQUE constraint failed: entryAttempt.digest'
  );
}

/** Forgets an attempt if its time is over: whether it was. */
export async function forgetIfExpired({ db, now }: Deps, digest: string): Promise<boolean> {
  const forgotten = await db
    .deleteFrom('entryAttempt')
    .where('digest', '=', digest)
    .where('attemptedAt', '<=', now() - attemptLifeMs)
    .returning('digest')
    .executeTakeFirst();
  return forgotten !== undefined;
}

/** Forgets the attempts whose time is over. */
export async function forgetExpiredAttempts({ db, now }: Deps): Promise<void> {
  await db
    .deleteFrom('entryAttempt')
    .where('attemptedAt', '<=', now() - attemptLifeMs)
    .execute();
}
