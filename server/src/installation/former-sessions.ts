import type { Database } from '@foyer/database';
import { deriveKey, seal, unseal } from '@foyer/invitation-codes/seal';
import * as z from 'zod';

/** By what cookies were signed before a secret was rotated, and until when such a cookie is taken, in epoch milliseconds. */
export type FormerSessions = { key: string; until: number };

const keptSchema = z.array(z.object({ until: z.number(), sealed: z.string() }));
/** How many former secrets count at the most: each cookie is tried with all. */
const maxFormer = 10;
const place = 'former sessions';

/** What the cookies of sessions are signed with. */
export function sessionsKey(secret: string): string {
  return deriveKey(secret, 'sessions').export().toString('base64url');
}

/** Signing keys as they are kept: sealed under the secret of today. */
export function sealFormerSessions(former: FormerSessions[], secret: string): string {
  const keys = { seal: deriveKey(secret, place) };
  return JSON.stringify(former.map(({ key, until }) => ({ until, sealed: seal(keys, key, place) })));
}

/** The signing keys of former secrets, that of the last one first. */
export async function formerSessionsIn(
  database: Pick<Database, 'db'>,
  secret: string,
): Promise<FormerSessions[]> {
  const keys = { seal: deriveKey(secret, place) };
  const kept = await rowIn(database);
  return kept.map(({ until, sealed }) => ({ key: unseal(keys, sealed, place), until }));
}

/** What is kept when a secret goes: who has not come since an earlier rotation comes by the key of that time. */
export async function withFormer(
  database: Pick<Database, 'db'>,
  secret: string,
  { until, now }: { until: number; now: number },
): Promise<FormerSessions[]> {
  const earlier = (await formerSessionsIn(database, secret)).filter((each) => each.until > now);
  return [{ key: sessionsKey(secret), until }, ...earlier].slice(0, maxFormer);
}

/** Forgets the former signing keys when no session of before can live any more. */
export async function forgetFormerSessions({ db }: Pick<Database, 'db'>, now: number): Promise<void> {
  const kept = await rowIn({ db });
  if (kept.length === 0 || kept.some(({ until }) => until > now)) return;
  await db.deleteFrom('setting').where('key', '=', 'formerSessions').execute();
}

async function rowIn({ db }: Pick<Database, 'db'>): Promise<z.output<typeof keptSchema>> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('key', '=', 'formerSessions')
    .executeTakeFirst();
  return row ? keptSchema.parse(JSON.parse(row.value)) : [];
}
