import type { Database } from '@foyer/database';
import { deriveKey, seal, unseal } from '@foyer/invitation-codes/seal';
import * as z from 'zod';

/** The key that signed cookies before a rotation; accepted until this time, in epoch milliseconds. */
export type FormerSessions = { key: string; until: number };

const keptSchema = z.array(z.object({ until: z.number(), sealed: z.string() }));
/** Each cookie is tried with every key, so we limit their number. */
const maxFormer = 10;
const place = 'former sessions';

export function sessionsKey(secret: string): string {
  return deriveKey(secret, 'sessions').export().toString('base64url');
}

export function sealFormerSessions(former: FormerSessions[], secret: string): string {
  const keys = { seal: deriveKey(secret, place) };
  return JSON.stringify(former.map(({ key, until }) => ({ until, sealed: seal(keys, key, place) })));
}

export async function formerSessionsIn(
  database: Pick<Database, 'db'>,
  secret: string,
): Promise<FormerSessions[]> {
  const keys = { seal: deriveKey(secret, place) };
  const kept = await rowIn(database);
  return kept.map(({ until, sealed }) => ({ key: unseal(keys, sealed, place), until }));
}

/** Includes the keys of earlier rotations, for users who have not come back since. */
export async function withFormer(
  database: Pick<Database, 'db'>,
  secret: string,
  { until, now }: { until: number; now: number },
): Promise<FormerSessions[]> {
  const earlier = (await formerSessionsIn(database, secret)).filter((each) => each.until > now);
  return [{ key: sessionsKey(secret), until }, ...earlier].slice(0, maxFormer);
}

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
