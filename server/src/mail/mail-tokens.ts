import { createHash, randomBytes } from 'node:crypto';
import type { LetterPurpose, Tables } from '@foyer/database/tables';
import type { Kysely, Selectable } from 'kysely';

export type MailToken = Selectable<Tables['mailProof']>;

const hourMs = 60 * 60 * 1000;

/** In milliseconds. A link from the operator lives longer because a person delivers it. */
export const mailTokenLifeMs = {
  verify: 24 * hourMs,
  change: 24 * hourMs,
  reset: hourMs,
  handedOver: 24 * hourMs,
};

/** Stores the digest of a new token (32 random bytes, base64url) and returns the token. */
export async function issueMailToken(
  db: Kysely<Tables>,
  proof: Pick<MailToken, 'userId' | 'purpose' | 'email'> &
    Partial<Pick<MailToken, 'browser' | 'codeDigest' | 'codeExpiresAt'>>,
  now: number,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const lifeMs = mailTokenLifeMs[proof.email === null ? 'handedOver' : proof.purpose];
  const none = { browser: null, codeDigest: null, codeExpiresAt: null };
  const row = { ...none, ...proof, digest: tokenDigest(token), expiresAt: now + lifeMs };
  await db.insertInto('mailProof').values(row).execute();
  return token;
}

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

/** Whether this browser created the account: its registration cookie belongs to a confirmation link. */
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

/** Spends a token; false when it is spent or withdrawn. Call it in the transaction that uses it. */
export async function takeMailToken(db: Kysely<Tables>, { digest }: MailToken): Promise<boolean> {
  const taken = await db
    .deleteFrom('mailProof')
    .where('digest', '=', digest)
    .returning('digest')
    .executeTakeFirst();
  return taken !== undefined;
}

/** Afterwards no link that was sent for this user works, and no unsent letter brings a new one. */
export async function withdrawMailTokens(db: Kysely<Tables>, userId: string): Promise<void> {
  await db.deleteFrom('mailProof').where('userId', '=', userId).execute();
  await withdrawUnsent(db, userId, ['verify', 'change', 'reset']);
}

// The operator's links stay, and all links while the email is unconfirmed: its owner may be someone else, who must
// still set a password.
export async function withdrawAfterChange(db: Kysely<Tables>, userId: string): Promise<void> {
  const confirmed = db
    .selectFrom('user')
    .select('id')
    .where('id', '=', userId)
    .where('emailVerified', '=', true);
  await withdrawUnsent(db, userId, ['change', 'reset']);
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

async function withdrawUnsent(db: Kysely<Tables>, userId: string, purposes: LetterPurpose[]): Promise<void> {
  await db.deleteFrom('unsentLetter').where('userId', '=', userId).where('purpose', 'in', purposes).execute();
}

export async function forgetMailTokens(db: Kysely<Tables>, now: number): Promise<void> {
  await db.deleteFrom('mailProof').where('expiresAt', '<=', now).execute();
}

/** SHA-256 without a key is enough for random input. */
export function tokenDigest(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
