import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { InvitationCodeRow, InvitationTables } from '../../tables.ts';
import { selectCodes } from '../bulk.ts';
import { wholeSum } from '../use-of-codes.ts';
import { type CodeFilter, matching } from './filter.ts';
import { isInState } from './listed-state.ts';

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
const mostLookedAt = 5000;

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
  const direction = isUpwards ? 'asc' : 'desc';
  const { lookedAt, others } = from(db, filter, { sort, after });
  const rows = await selectCodes(db, lookedAt.selectAll().limit(lookAt).as('invitationCode'))
    .where(matching(others))
    .orderBy(`invitationCode.${time}`, direction)
    .orderBy('invitationCode.id', direction)
    .limit(limit + 1)
    .execute();
  if (rows.length > limit) return { rows: rows.slice(0, limit), next: placeOf(rows[limit - 1], time) };
  return { rows, next: await lastOf(lookedAt, time, lookAt) };
}

export type SumsOfCodes = { codes: number; open: number; allowed: number; remaining: number };

/** How many codes match, and of the open ones their uses; summed in parts, so that others can read in between. */
export async function sumCodes(
  db: Kysely<InvitationTables>,
  filter: CodeFilter,
  now: number,
): Promise<SumsOfCodes> {
  const sums = { codes: 0, open: 0, allowed: 0, remaining: 0 };
  let after: CodePlace | null = null;
  do {
    const { lookedAt, others } = from(db, filter, { sort: 'oldest', after });
    const part = await db
      .selectFrom(
        selectCodes(db, lookedAt.selectAll().limit(mostLookedAt).as('invitationCode'))
          .where(matching(others))
          .select((builder) => sql<SqlBool>`${isInState('open', now)(builder)}`.as('isOpen'))
          .as('code'),
      )
      .select(({ fn }) => [
        fn.countAll<number>().as('codes'),
        wholeSum(sql`case when "isOpen" then 1 else 0 end`).as('open'),
        wholeSum(sql`case when "isOpen" then "allowed" else 0 end`).as('allowed'),
        wholeSum(sql`case when "isOpen" then "remaining" else 0 end`).as('remaining'),
      ])
      .executeTakeFirstOrThrow();
    for (const name of Object.keys(sums) as (keyof SumsOfCodes)[]) sums[name] += part[name];
    after = await lastOf(lookedAt, 'createdAt', mostLookedAt);
    await nextTurn();
  } while (after);
  return sums;
}

type Order = { sort: CodeSort; after: CodePlace | null };

/** All codes of a list from a place on, in its order, and the conditions that no index decides. */
function from(db: Kysely<InvitationTables>, filter: CodeFilter, { sort, after }: Order) {
  const { time, isUpwards } = orders[sort];
  const direction = isUpwards ? 'asc' : 'desc';
  const isAfter = sql<boolean>`("invitationCode".${sql.ref(time)}, "invitationCode"."id")
    ${sql.raw(isUpwards ? '>' : '<')} (${after?.time}, ${after?.id})`;
  const { indexed, others } = splitByIndex(filter, time);
  const lookedAt = db
    .selectFrom('invitationCode')
    .where(matching(indexed))
    .$if(after !== null, (query) => query.where(isAfter))
    .orderBy(`invitationCode.${time}`, direction)
    .orderBy('invitationCode.id', direction);
  return { lookedAt, others };
}

/** The place of the last code that a page looks at; null when there are no more. */
async function lastOf(
  lookedAt: ReturnType<typeof from>['lookedAt'],
  time: 'createdAt' | 'validUntil',
  lookAt: number,
): Promise<CodePlace | null> {
  const last = await lookedAt
    .select(['invitationCode.id', 'invitationCode.createdAt', 'invitationCode.validUntil'])
    .offset(lookAt - 1)
    .limit(1)
    .executeTakeFirst();
  return placeOf(last, time);
}

function placeOf(
  row: Pick<InvitationCodeRow, 'id' | 'createdAt' | 'validUntil'> | undefined,
  time: 'createdAt' | 'validUntil',
): CodePlace | null {
  return row ? { time: row[time], id: row.id } : null;
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
  const ends = endsWithin(filter);
  const revoked = filter.state?.is === 'revoked' ? { state: filter.state } : {};
  return time === 'createdAt'
    ? { indexed: { batch, label, ...created, ...revoked }, others: { ...others, ...ends } }
    : { indexed: { batch, label, ...ends }, others: { ...others, ...created } };
}

/** All codes in a state that is about their end have an end in this range. */
function endsWithin({ state, endsFrom, endsUntil }: CodeFilter) {
  if (state === undefined || state.is === 'revoked') return { endsFrom, endsUntil };
  if (state.is === 'ended') return { endsFrom, endsUntil: Math.min(endsUntil ?? state.at, state.at) };
  return { endsFrom: Math.max(endsFrom ?? state.at, state.at), endsUntil };
}
