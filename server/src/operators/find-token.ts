import { createHash } from 'node:crypto';
import { type Scope, scopes } from '@foyer/api/route';
import { type Database, Unavailable } from '@foyer/database';

/** The last use is written at most this often, in milliseconds. */
const notedEveryMs = 60_000;

export type KnownToken = { id: string; name: string; scopes: Scope[]; lastUsedAt: number | null };

/** Null for a token that does not exist or was revoked, and while the operator who made it is blocked. */
export async function findToken(reads: Database['reads'], token: string): Promise<KnownToken | null> {
  const row = await reads
    .selectFrom('operatorToken')
    .leftJoin('user', 'user.id', 'operatorToken.createdBy')
    .select(['operatorToken.id', 'operatorToken.name', 'scopes', 'lastUsedAt'])
    .where('digest', '=', digestOfToken(token))
    .where('revokedAt', 'is', null)
    .where('user.blockedAt', 'is', null)
    .executeTakeFirst();
  return row ? { ...row, scopes: scopesIn(row.scopes) } : null;
}

export async function noteUse(db: Database['db'], { id, lastUsedAt }: KnownToken, now: number) {
  if (lastUsedAt !== null && lastUsedAt > now - notedEveryMs) return;
  try {
    await db.updateTable('operatorToken').set({ lastUsedAt: now }).where('id', '=', id).execute();
  } catch (error) {
    // A full disk must not stop tokens that only read.
    if (!(error instanceof Unavailable)) throw error;
  }
}

/** SHA-256 without a key is enough for random input. */
export function digestOfToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

export function scopesIn(written: string): Scope[] {
  return scopes.filter((scope) => written.split(' ').includes(scope));
}
