import { type RawBuilder, sql } from 'kysely';
import type { InvitationCodesOptions } from '../options.ts';
import type { NewRedemption } from '../redemption/redemption.ts';
import type { EntryAttemptRow } from '../tables.ts';

/** How long the retry of an entry is recognized, in milliseconds. */
const attemptLifeMs = 10 * 60 * 1000;

type Deps = Pick<InvitationCodesOptions, 'db' | 'now'>;

export type Attempt = Pick<EntryAttemptRow, 'digest' | 'attemptedAt'>;

/** The guest that an attempt created, if it is recent, with the code's digest. */
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

/** Records an attempt with its guest. If the attempt has a guest already, the redemption fails with it: `isAttemptTaken`. */
export function insertAttempt(
  { digest, userId, attemptedAt }: Attempt & { userId: string },
  { codeId, from }: NewRedemption,
): RawBuilder<unknown> {
  return sql`
    insert into "entryAttempt" ("digest", "codeId", "userId", "attemptedAt")
    select ${digest}, ${codeId}, ${userId}, ${attemptedAt} ${from}`;
}

/** A known attempt spends nothing, so that its retry leaves no error in PostgreSQL's log. */
export function isKnownAttempt(digest: string): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from "entryAttempt" where "digest" = ${digest})`;
}

/** True when a redemption failed because its attempt had created its guest already. */
export function isAttemptTaken(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // The language of PostgreSQL's messages depends on its server.
  const { code, table } = error as { code?: string; table?: string };
  const UNIQUE_VIOLATION = '23505';
  return (
    (code === UNIQUE_VIOLATION && table === 'entryAttempt') ||
    error.message === 'UNIQUE constraint failed: entryAttempt.digest'
  );
}

/** Deletes an attempt if it is expired. Returns whether it was. */
export async function forgetIfExpired({ db, now }: Deps, digest: string): Promise<boolean> {
  const forgotten = await db
    .deleteFrom('entryAttempt')
    .where('digest', '=', digest)
    .where('attemptedAt', '<=', now() - attemptLifeMs)
    .returning('digest')
    .executeTakeFirst();
  return forgotten !== undefined;
}

export async function forgetExpiredAttempts({ db, now }: Deps): Promise<void> {
  await db
    .deleteFrom('entryAttempt')
    .where('attemptedAt', '<=', now() - attemptLifeMs)
    .execute();
}
