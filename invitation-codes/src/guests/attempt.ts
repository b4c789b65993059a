import { type RawBuilder, sql } from 'kysely';
import type { InvitationCodesOptions } from '../options.ts';
import type { RedemptionMade } from '../redemption/redemption.ts';
import type { EntryAttemptRow } from '../tables.ts';

/** For how long the retry of an entry is known, in milliseconds. */
const attemptLifeMs = 10 * 60 * 1000;

type Store = Pick<InvitationCodesOptions, 'db' | 'now'>;

/** An attempt that is made now. */
export type Attempt = Pick<EntryAttemptRow, 'digest' | 'attemptedAt'>;

/** The guest whom an attempt has made, and by which code; null when it has made none, or too long ago. */
export function guestOfAttempt({ db, now }: Store, digest: string) {
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
  { codeId, from }: RedemptionMade,
): RawBuilder<unknown> {
  return sql`
    insert into "entryAttempt" ("digest", "codeId", "userId", "attemptedAt")
    select ${digest}, ${codeId}, ${userId}, ${attemptedAt} ${from}`;
}

/** Whether an attempt is known: then it spends nothing, so that a retry leaves no error in PostgreSQL's log. */
export function isKnownAttempt(digest: string): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from "entryAttempt" where "digest" = ${digest})`;
}

/** Whether a redemption has failed because the attempt has made its guest already. */
export function isTaken(error: unknown): boolean {
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
export async function forgetIfOver({ db, now }: Store, digest: string): Promise<boolean> {
  const forgotten = await db
    .deleteFrom('entryAttempt')
    .where('digest', '=', digest)
    .where('attemptedAt', '<=', now() - attemptLifeMs)
    .returning('digest')
    .executeTakeFirst();
  return forgotten !== undefined;
}

/** Forgets the attempts whose time is over. */
export async function forgetAttempts({ db, now }: Store): Promise<void> {
  await db
    .deleteFrom('entryAttempt')
    .where('attemptedAt', '<=', now() - attemptLifeMs)
    .execute();
}
