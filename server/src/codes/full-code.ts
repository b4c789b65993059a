import type { codeInFull } from '@foyer/api/operator/code-shapes';
import type { Database } from '@foyer/database';
import type { Tables } from '@foyer/database/tables';
import { codeFromRow, selectCodes, sumUse } from '@foyer/invitation-codes/codes';
import type { CodeKeys } from '@foyer/invitation-codes/seal';
import { codeLink } from '@foyer/policy';
import type { Kysely } from 'kysely';
import type * as z from 'zod';
import type { Assistants } from '../assistants/open-assistants.ts';
import type { Config } from '../config/read-config.ts';
import { dayIn } from '../config/time-zone.ts';
import { lastUses, onPages } from './code-on-pages.ts';

export type CodeInFull = z.output<typeof codeInFull>;

type Deps = {
  config: Config;
  database: Pick<Database, 'db'>;
  codeKeys: CodeKeys;
  assistants: Pick<Assistants, 'inForce'>;
  now: () => number;
};

const dayMs = 24 * 60 * 60 * 1000;
const shownDays = 90;
const shownEntries = 20;
/** More entries than these are not counted by day: the page would wait for them. */
const mostCounted = 100_000;

/** A code with its text and what it brought. Null when there is none. */
export async function fullCode(deps: Deps, id: string): Promise<CodeInFull | null> {
  const { config, database, codeKeys, assistants, now } = deps;
  const { db } = database;
  const row = await selectCodes(db).where('invitationCode.id', '=', id).executeTakeFirst();
  if (!row) return null;
  const { code } = codeFromRow(codeKeys, row);
  const isOneUse = row.allowed === 1;
  const { redemptions, peopleIn, messages, tokens } = await sumUse(db, { ids: [id] }, now());
  const assistant = await assistants.inForce(row.assistant);
  return {
    ...onPages(row, { code, lastUsedAt: (await lastUses(db, [id])).get(id) ?? null, now: now() }),
    code,
    link: codeLink({ code, kind: row.kind }, config.publicUrl),
    batch: await batchOf(db, row.batchId),
    assistantName: assistant?.name ?? null,
    use: {
      entries: redemptions.total,
      converted: redemptions.converted,
      peopleIn,
      // Where one person may use a code, these would be numbers of that person.
      messages: isOneUse ? null : messages,
      tokens: isOneUse ? null : tokens,
    },
    days: isOneUse ? null : await daysOf(db, id, { now: now(), timeZone: config.limits.timeZone }),
    latest: isOneUse ? null : await latestOf(db, id),
  };
}

async function batchOf(db: Kysely<Tables>, id: string | null) {
  if (id === null) return null;
  return (await db.selectFrom('batch').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

async function daysOf(
  db: Kysely<Tables>,
  codeId: string,
  { now, timeZone }: { now: number; timeZone: string },
) {
  const times = await db
    .selectFrom('redemption')
    .select('redeemedAt')
    .where('codeId', '=', codeId)
    .where('redeemedAt', '>', now - shownDays * dayMs)
    .orderBy('redeemedAt', 'desc')
    .limit(mostCounted)
    .execute();
  const days = new Map<string, number>();
  for (const { redeemedAt } of times) {
    const day = dayIn(redeemedAt, timeZone);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  return [...days].map(([day, entries]) => ({ day, entries })).reverse();
}

async function latestOf(db: Kysely<Tables>, codeId: string) {
  const rows = await db
    .selectFrom('redemption')
    .select(['redeemedAt', 'entry', 'convertedAt'])
    .where('codeId', '=', codeId)
    .orderBy('redeemedAt', 'desc')
    .limit(shownEntries)
    .execute();
  return rows.map(({ redeemedAt, entry, convertedAt }) => {
    const isGuest = entry === 'guest' || entry === 'default';
    return { at: redeemedAt, as: isGuest ? 'guest' : 'member', isConverted: convertedAt !== null } as const;
  });
}
