import { type Kysely, sql } from 'kysely';
import type { InvitationCodeRow, InvitationTables } from '../tables.ts';
import { selectCodes } from './bulk.ts';
import { type CodeFilter, matching } from './filter.ts';

export type CodeSort = 'newest' | 'oldest' | 'endsFirst' | 'endsLast';

export type PageOfCodes = {
  rows: InvitationCodeRow[];
  /** The place after which the next page begins; null after the last one. */
  next: CodePlace | null;
};

/** Of a code in a sorted list: the time that it is sorted by, and its id. */
export type CodePlace = { time: number; id: string };

/**
 * The most codes that one page looks at, so that a filter which few codes match, far from the start, costs no more than
 * another: the page ends early, and the next one goes on.
 */
const mostLookedAt = 10_000;

/**
 * A page of the codes that match. It may have fewer rows than `limit`, or none, and still a next page.
 *
 * @param after the place of the page before; null: the first page
 */
export async function pageOfCodes(
  db: Kysely<InvitationTables>,
  filter: CodeFilter,
  {
    sort,
    after,
    limit,
    lookAt = mostLookedAt,
  }: {
    sort: CodeSort;
    after: CodePlace | null;
    limit: number;
    lookAt?: number;
  },
): Promise<PageOfCodes> {
  const { time, isUpwards } = orders[sort];
  const { indexed, others } = splitByIndex(filter, time);
  const isAfter = sql<boolean>`(${sql.ref(time)}, "id") ${sql.raw(isUpwards ? '>' : '<')} (${after?.time}, ${after?.id})`;
  const window = db
    .selectFrom('invitationCode')
    .select(['invitationCode.id', `invitationCode.${time} as time`])
    .where(matching(indexed))
    .$if(after !== null, (query) => query.where(isAfter))
    .orderBy(time, isUpwards ? 'asc' : 'desc')
    .orderBy('id', isUpwards ? 'asc' : 'desc');
  const rows = await selectCodes(db)
    .where('invitationCode.id', 'in', window.clearSelect().select('invitationCode.id').limit(lookAt))
    .where(matching(others))
    .orderBy(time, isUpwards ? 'asc' : 'desc')
    .orderBy('id', isUpwards ? 'asc' : 'desc')
    .limit(limit + 1)
    .execute();
  if (rows.length > limit) {
    const last = rows[limit - 1];
    return { rows: rows.slice(0, limit), next: last ? { time: last[time], id: last.id } : null };
  }
  const lastLookedAt = await window
    .offset(lookAt - 1)
    .limit(1)
    .executeTakeFirst();
  return { rows, next: lastLookedAt ?? null };
}

const orders = {
  newest: { time: 'createdAt', isUpwards: false },
  oldest: { time: 'createdAt', isUpwards: true },
  endsFirst: { time: 'validUntil', isUpwards: true },
  endsLast: { time: 'validUntil', isUpwards: false },
} as const;

/** The conditions that an index with this order decides, and the others. */
function splitByIndex(filter: CodeFilter, time: 'createdAt' | 'validUntil') {
  const { batch, label, createdFrom, createdUntil, endsFrom, endsUntil, ...others } = filter;
  const created = { createdFrom, createdUntil };
  const ends = { endsFrom, endsUntil };
  return time === 'createdAt'
    ? { indexed: { batch, label, ...created }, others: { ...others, ...ends } }
    : { indexed: { batch, label, ...ends }, others: { ...others, ...created } };
}
