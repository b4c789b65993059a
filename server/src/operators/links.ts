import { createHmac, type KeyObject, randomBytes } from 'node:crypto';
import { normalEmail } from '@foyer/api/email';
import type { Tables } from '@foyer/database/tables';
import { deriveKey, seal, unseal } from '@foyer/invitation-codes/seal';
import type { Kysely } from 'kysely';

export type OperatorKeys = { link: KeyObject; email: KeyObject };

/** How long a link works, and how long afterwards its page still says what became of it, in milliseconds. */
const lifeMs = 24 * 60 * 60_000;
const rememberedMs = 30 * lifeMs;

/** `email` null: the person who opens the link chooses it. Times are epoch milliseconds. */
export type SetUpLink = {
  digest: string;
  state: 'valid' | 'used' | 'ended';
  email: string | null;
  expiresAt: number;
};

export function operatorKeys(secret: string): OperatorKeys {
  return {
    link: deriveKey(secret, 'operator link: digest'),
    email: deriveKey(secret, 'operator link: seal'),
  };
}

/** Replaces an earlier link to the same email. */
export async function makeLink(
  { db, keys, publicUrl }: { db: Kysely<Tables>; keys: OperatorKeys; publicUrl: string },
  email: string | null,
  now: number,
): Promise<{ link: string; expiresAt: number }> {
  const token = randomBytes(32).toString('base64url');
  const digest = digestOf(keys, `token ${token}`);
  const expiresAt = now + lifeMs;
  if (email !== null) await withdrawLinks(db, keys, email);
  const ofEmail = {
    emailDigest: email && digestOfEmail(keys, email),
    sealedEmail: email && seal({ seal: keys.email }, normalEmail(email), digest),
  };
  const row = { digest, ...ofEmail, userId: null, createdAt: now, expiresAt, usedAt: null };
  await db.insertInto('operatorLink').values(row).execute();
  return { link: `${publicUrl}/operator#token=${token}`, expiresAt };
}

/** Returns how many links were withdrawn. */
export async function withdrawLinks(db: Kysely<Tables>, keys: OperatorKeys, email: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('operatorLink')
    .where('emailDigest', '=', digestOfEmail(keys, email))
    .where('usedAt', 'is', null)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

export async function findLink(
  db: Kysely<Tables>,
  keys: OperatorKeys,
  { token, now }: { token: string; now: number },
): Promise<SetUpLink | null> {
  const row = await db
    .selectFrom('operatorLink')
    .selectAll()
    .where('digest', '=', digestOf(keys, `token ${token}`))
    .executeTakeFirst();
  if (!row) return null;
  const { digest, usedAt, expiresAt } = row;
  const unused = expiresAt > now ? 'valid' : 'ended';
  return { digest, expiresAt, email: emailIn(keys, row), state: usedAt === null ? unused : 'used' };
}

/** False when it was used meanwhile. Call it in the transaction that makes the operator. */
export async function takeLink(db: Kysely<Tables>, { digest }: SetUpLink, now: number): Promise<boolean> {
  const taken = await db
    .updateTable('operatorLink')
    .set({ usedAt: now, sealedEmail: null, emailDigest: null })
    .where('digest', '=', digest)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .returning('digest')
    .executeTakeFirst();
  return taken !== undefined;
}

/** The links that can still make an operator, the oldest first. */
export async function openLinks(db: Kysely<Tables>, keys: OperatorKeys, now: number) {
  const rows = await db
    .selectFrom('operatorLink')
    .select(['digest', 'sealedEmail', 'expiresAt'])
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .orderBy('expiresAt')
    .execute();
  return rows.map((row) => ({ email: emailIn(keys, row), expiresAt: row.expiresAt }));
}

/** An email that nobody became an operator with is forgotten at the end of its link. */
export async function forgetLinks(db: Kysely<Tables>, now: number): Promise<void> {
  await db
    .deleteFrom('operatorLink')
    .where('expiresAt', '<=', now - rememberedMs)
    .execute();
  await db
    .updateTable('operatorLink')
    .set({ sealedEmail: null, emailDigest: null })
    .where('expiresAt', '<=', now)
    .where('sealedEmail', 'is not', null)
    .execute();
}

function emailIn(keys: OperatorKeys, row: { sealedEmail: string | null; digest: string }): string | null {
  return row.sealedEmail && unseal({ seal: keys.email }, row.sealedEmail, row.digest);
}

function digestOfEmail(keys: OperatorKeys, email: string): string {
  return digestOf(keys, `email ${normalEmail(email)}`);
}

function digestOf({ link }: OperatorKeys, what: string): string {
  return createHmac('sha256', link).update(what).digest('base64url');
}
