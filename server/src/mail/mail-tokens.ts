import { createHash, randomBytes } from 'node:crypto';
import type { Tables } from '@foyer/database/tables';
import type { Kysely } from 'kysely';

export type MailToken = Tables['mailProof'];

const hourMs = 60 * 60 * 1000;

/** For how long a link is good, in milliseconds. One that the operator hands over takes longer to arrive. */
export const mailTokenLifeMs = {
  verify: 24 * hourMs,
  change: 24 * hourMs,
  reset: hourMs,
  handedOver: 24 * hourMs,
};

/**
 * Makes what a link in a mail carries, and keeps its digest.
 *
 * @returns the token: 32 random bytes, base64url
 */
export async function issueMailToken(
  db: Kysely<Tables>,
  proof: Pick<MailToken, 'userId' | 'purpose' | 'email'> & { browser?: string | null },
  now: number,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const lifeMs = mailTokenLifeMs[proof.email === null ? 'handedOver' : proof.purpose];
  const row = { browser: null, ...proof, digest: tokenDigest(token), expiresAt: now + lifeMs };
  await db.insertInto('mailProof').values(row).execute();
  return token;
}

/** What a token proves, or undefined. It stays good. */
export function findMailToken(
  db: Kysely<Tables>,
  token: string,
  now: number,
): Promise<MailToken | undefined> {
  return db
    .selectFrom('mailProof')
    .selectAll()
    .where('digest', '=', tokenDigest(token))
    .where('expiresAt', '>', now)
    .executeTakeFirst();
}

/** Whether a person's e-mail can be confirmed by a link that was made for this browser: whether it has made the account. */
export async function hasMailToken(
  db: Kysely<Tables>,
  { userId, browser }: { userId: string; browser: string },
  now: number,
): Promise<boolean> {
  const proof = await db
    .selectFrom('mailProof')
    .select('digest')
    .where('userId', '=', userId)
    .where('purpose', '=', 'verify')
    .where('browser', '=', browser)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  return proof !== undefined;
}

/** Uses a proof up; false when it was used or withdrawn meanwhile. Call it in the transaction that does what it proves. */
export async function takeMailToken(db: Kysely<Tables>, { digest }: MailToken): Promise<boolean> {
  const taken = await db
    .deleteFrom('mailProof')
    .where('digest', '=', digest)
    .returning('digest')
    .executeTakeFirst();
  return taken !== undefined;
}

/** Withdraws what was sent for a person: after it, no link that somebody else has asked for does anything. */
export async function withdrawMailTokens(db: Kysely<Tables>, userId: string): Promise<void> {
  await db.deleteFrom('mailProof').where('userId', '=', userId).execute();
}

/**
 * Withdraws what a changed password makes pointless: changes of the e-mail, and links for a new password that were mailed.
 * The operator's stay; and where the e-mail was never confirmed, its owner may be another person, who must still be able
 * to set a password.
 */
export async function withdrawAfterChange(db: Kysely<Tables>, userId: string): Promise<void> {
  const confirmed = db
    .selectFrom('user')
    .select('id')
    .where('id', '=', userId)
    .where('emailVerified', '=', true);
  await db
    .deleteFrom('mailProof')
    .where('userId', '=', userId)
    .where(({ eb, and, or, exists }) =>
      or([
        eb('purpose', '=', 'change'),
        and([eb('purpose', '=', 'reset'), eb('email', 'is not', null), exists(confirmed)]),
      ]),
    )
    .execute();
}

/** Forgets the links whose time is over. */
export async function forgetMailTokens(db: Kysely<Tables>, now: number): Promise<void> {
  await db.deleteFrom('mailProof').where('expiresAt', '<=', now).execute();
}

/** SHA-256, base64url: enough for what is random already. */
export function tokenDigest(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
