import type { Database } from '@foyer/database';
import { deriveKey, seal, unseal } from '@foyer/invitation-codes/seal';
import * as z from 'zod';

/** By what cookies were signed before the secret was rotated, and until when such a cookie is taken, in epoch milliseconds. */
export type FormerSessions = { key: string; until: number };

const keptSchema = z.object({ until: z.number(), sealed: z.string() });
const place = 'former sessions';

/** What the cookies of sessions are signed with. */
export function sessionsKey(secret: string): string {
  return deriveKey(secret, 'sessions').export().toString('base64url');
}

/** The signing key of a former secret as it is kept: sealed under the one that takes its place. */
export function sealFormerSessions(secrets: { former: string; next: string }, until: number): string {
  const sealed = seal({ seal: deriveKey(secrets.next, place) }, sessionsKey(secrets.former), place);
  return JSON.stringify({ until, sealed });
}

/** The former signing key. */
export async function formerSessionsIn(
  database: Pick<Database, 'db'>,
  secret: string,
): Promise<FormerSessions | null> {
  const kept = await rowIn(database);
  if (!kept) return null;
  return { key: unseal({ seal: deriveKey(secret, place) }, kept.sealed, place), until: kept.until };
}

/** Forgets the former signing key when no session of before can live any more. */
export async function forgetFormerSessions({ db }: Pick<Database, 'db'>, now: number): Promise<void> {
  const kept = await rowIn({ db });
  if (!kept || kept.until > now) return;
  await db.deleteFrom('setting').where('key', '=', 'formerSessions').execute();
}

async function rowIn({ db }: Pick<Database, 'db'>): Promise<z.output<typeof keptSchema> | null> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('key', '=', 'formerSessions')
    .executeTakeFirst();
  return row ? keptSchema.parse(JSON.parse(row.value)) : null;
}
