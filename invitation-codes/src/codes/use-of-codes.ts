import { type Kysely, type RawBuilder, sql } from 'kysely';
import { guestIsIn } from '../guests-in.ts';
import type { HostTables } from '../tables.ts';
import { selectCodes } from './bulk.ts';
import { type CodeFilter, matching } from './lists/filter.ts';

/** What people did with codes. It names nobody, and outlives their data. */
export type CodeUse = {
  /** `total` counts spent uses, `converted` the guests among them who became members. */
  redemptions: { total: number; converted: number };
  /** Guests who are in now. */
  peopleIn: number;
  messages: number;
  tokens: number;
};

export type CodesUse = CodeUse & { codes: number; allowed: number; remaining: number };

/** The sums of all codes that match. */
export async function sumUse(db: Kysely<HostTables>, filter: CodeFilter, now: number): Promise<CodesUse> {
  const ids = db.selectFrom('invitationCode').select('id').where(matching(filter));
  const codes = await db
    .selectFrom(selectCodes(db).where(matching(filter)).as('code'))
    .select(({ fn }) => [
      fn.countAll<number>().as('codes'),
      wholeSum(sql.ref('allowed')).as('allowed'),
      wholeSum(sql.ref('remaining')).as('remaining'),
    ])
    .executeTakeFirstOrThrow();
  const { total, converted, ...use } = await db
    .selectFrom('redemption')
    .select(({ fn }) => [
      fn.countAll<number>().as('total'),
      fn.count<number>('convertedAt').as('converted'),
      wholeSum(sql.ref('messages')).as('messages'),
      wholeSum(sql.ref('tokens')).as('tokens'),
    ])
    .where('codeId', 'in', ids)
    .executeTakeFirstOrThrow();
  const { peopleIn } = await db
    .selectFrom('user')
    .innerJoin('redemption', 'redemption.id', 'user.redemptionId')
    .select(({ fn }) => fn.countAll<number>().as('peopleIn'))
    .where('redemption.codeId', 'in', ids)
    .where(guestIsIn(now))
    .executeTakeFirstOrThrow();
  return { ...codes, redemptions: { total, converted }, peopleIn, ...use };
}

/** A sum as a whole number: PostgreSQL's sum of bigints is a decimal. */
export function wholeSum(column: RawBuilder<unknown>): RawBuilder<number> {
  return sql<number>`cast(coalesce(sum(${column}), 0) as bigint)`;
}
