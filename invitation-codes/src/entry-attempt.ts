import type { InvitationCodesOptions } from './options.ts';
import type { EntryAttemptRow } from './tables.ts';

/** For how long the retry of an entry is known, in milliseconds. */
const attemptLifeMs = 10 * 60 * 1000;

export type Attempt = Omit<EntryAttemptRow, 'attemptedAt'>;

type Store = Pick<InvitationCodesOptions, 'db' | 'now'>;

/** The guest whom an attempt has made, and by which code; null when it has made none, or too long ago. */
export function guestOfAttempt({ db, now }: Store, digest: string) {
  return db
    .selectFrom('entryAttempt')
    .innerJoin('invitationCode', 'invitationCode.id', 'entryAttempt.codeId')
    .innerJoin('user', 'user.id', 'entryAttempt.userId')
    .select(['entryAttempt.userId', 'invitationCode.digest as codeDigest'])
    .where('entryAttempt.digest', '=', digest)
    .where('user.isGuest', '=', true)
    .where('attemptedAt', '>', now() - attemptLifeMs)
    .executeTakeFirst();
}

/** Takes an attempt for the guest that is about to be made; false when it has made its guest already. */
export async function claimAttempt({ db, now }: Store, attempt: Attempt): Promise<boolean> {
  const row = { ...attempt, attemptedAt: now() };
  const claimed = await db
    .insertInto('entryAttempt')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .column('digest')
        .doUpdateSet(row)
        .where('entryAttempt.attemptedAt', '<=', now() - attemptLifeMs),
    )
    .returning('digest')
    .executeTakeFirst();
  return claimed !== undefined;
}

/** Forgets the attempts whose time is over. */
export async function forgetAttempts({ db, now }: Store): Promise<void> {
  await db
    .deleteFrom('entryAttempt')
    .where('attemptedAt', '<=', now() - attemptLifeMs)
    .execute();
}
