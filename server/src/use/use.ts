import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Tables } from '@foyer/database/tables';
import type { Kysely } from 'kysely';
import { dayIn, endOfDay, startOfDay } from '../config/time-zone.ts';

export type UseBy = 'day' | 'label' | 'batch' | 'assistant';

/** Days as `2027-03-01`, both inclusive. */
export type UseAsked = {
  from: string;
  until: string;
  by: UseBy;
  batch?: string | undefined;
  label?: string | undefined;
  assistant?: string | undefined;
};

export type Counts = {
  entries: number;
  conversions: number;
  registrations: number;
  messages: number;
  tokens: number;
};

const slice = 5000;
const dayMs = 24 * 60 * 60 * 1000;
/** A guest who entered earlier than this before the first day is not looked for among its conversions, in milliseconds. */
const longestStayMs = 31 * dayMs;

export function noCounts(): Counts {
  return { entries: 0, conversions: 0, registrations: 0, messages: 0, tokens: 0 };
}

/** What codes brought, by the day, or by the label, batch or assistant of the code; null: the code has none. */
export async function useBy(
  db: Kysely<Tables>,
  asked: UseAsked,
  timeZone: string,
): Promise<Map<string | null, Counts>> {
  const counts = new Map<string | null, Counts>();
  const add = (key: string | null, more: Partial<Counts>) => {
    const before = counts.get(key) ?? noCounts();
    counts.set(key, before);
    for (const name of Object.keys(more) as (keyof Counts)[]) before[name] += more[name] ?? 0;
  };
  await addEntries(db, asked, timeZone, add);
  await addMessages(db, asked, add);
  return counts;
}

type Add = (key: string | null, more: Partial<Counts>) => void;

/** Newest first, because ids grow with time; in slices, so that others can read in between. */
async function addEntries(db: Kysely<Tables>, asked: UseAsked, timeZone: string, add: Add): Promise<void> {
  const [from, until] = [startOfDay(asked.from, timeZone), endOfDay(asked.until, timeZone)];
  const isWithin = (time: number | null): time is number => time !== null && from <= time && time <= until;
  let last: string | undefined;
  while (true) {
    const rows = await redemptionsBefore(db, last);
    for (const row of rows.filter((row) => isAsked(row, asked))) {
      const { redeemedAt, convertedAt, entry } = row;
      const keyAt = (time: number) => (asked.by === 'day' ? dayIn(time, timeZone) : keyOf(row, asked.by));
      if (isWithin(redeemedAt)) {
        if (entry === 'guest' || entry === 'default') add(keyAt(redeemedAt), { entries: 1 });
        if (entry === 'password' || entry === 'provider') add(keyAt(redeemedAt), { registrations: 1 });
      }
      if (isWithin(convertedAt)) add(keyAt(convertedAt), { conversions: 1 });
    }
    last = rows.at(-1)?.id;
    const isPast = rows.every(({ redeemedAt }) => redeemedAt < from - longestStayMs);
    if (rows.length < slice || isPast) return;
    await nextTurn();
  }
}

type CodeOf = { label: string | null; batchId: string | null; assistant: string | null };

function redemptionsBefore(db: Kysely<Tables>, last: string | undefined) {
  return db
    .selectFrom('redemption')
    .innerJoin('invitationCode', 'invitationCode.id', 'redemption.codeId')
    .select(['redemption.id', 'redeemedAt', 'convertedAt', 'entry', 'label', 'batchId', 'assistant'])
    .$if(last !== undefined, (query) => query.where('redemption.id', '<', last ?? ''))
    .orderBy('redemption.id', 'desc')
    .limit(slice)
    .execute();
}

function isAsked(code: CodeOf, { batch, label, assistant }: UseAsked): boolean {
  return (
    (batch === undefined || code.batchId === batch) &&
    (label === undefined || code.label === label) &&
    (assistant === undefined || code.assistant === assistant)
  );
}

function keyOf({ label, batchId, assistant }: CodeOf, by: Exclude<UseBy, 'day'>): string | null {
  return { label, batch: batchId, assistant }[by];
}

async function addMessages(db: Kysely<Tables>, asked: UseAsked, add: Add): Promise<void> {
  const column = { day: 'day', label: 'label', batch: 'batchId', assistant: 'assistant' } as const;
  const { batch, label, assistant } = asked;
  const rows = await db
    .selectFrom('useOfDay')
    .innerJoin('invitationCode', 'invitationCode.id', 'useOfDay.codeId')
    .select([
      `${column[asked.by]} as key`,
      ({ fn }) => fn.sum<string>('messages').as('messages'),
      ({ fn }) => fn.sum<string>('tokens').as('tokens'),
    ])
    .where('day', '>=', asked.from)
    .where('day', '<=', asked.until)
    .$if(batch !== undefined, (query) => query.where('batchId', '=', batch ?? ''))
    .$if(label !== undefined, (query) => query.where('label', '=', label ?? ''))
    .$if(assistant !== undefined, (query) => query.where('assistant', '=', assistant ?? ''))
    .groupBy(column[asked.by])
    .execute();
  for (const { key, messages, tokens } of rows)
    add(key, { messages: Number(messages), tokens: Number(tokens) });
}
