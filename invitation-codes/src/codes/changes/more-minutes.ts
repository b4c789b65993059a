import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import { guestIsIn } from '../../guests-in.ts';
import { minuteMs } from '../../redemption/minutes.ts';
import type { HostTables } from '../../tables.ts';
import { type CodeFilter, matching } from '../lists/filter.ts';

/** How many guests of these codes are in and have an end. */
export async function countTimedGuests(
  db: Kysely<HostTables>,
  filter: CodeFilter,
  now: number,
): Promise<number> {
  const { count } = await db
    .selectFrom('user')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(isTimedGuestOf(filter, now))
    .executeTakeFirstOrThrow();
  return count;
}

/** Gives the guests of these codes who are in, and have an end, more time. Returns how many they are. */
export async function giveMinutes(
  db: Kysely<HostTables>,
  filter: CodeFilter,
  minutes: number,
  now: number,
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('user')
    .set({ endsAt: sql<number>`"endsAt" + ${minutes * minuteMs}` })
    .where(isTimedGuestOf(filter, now))
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

function isTimedGuestOf(filter: CodeFilter, now: number) {
  return (builder: ExpressionBuilder<HostTables, 'user'>): Expression<SqlBool> => {
    const { eb, and, selectFrom } = builder;
    const redemptions = selectFrom('redemption')
      .innerJoin('invitationCode', 'invitationCode.id', 'redemption.codeId')
      .select('redemption.id')
      .where(matching(filter));
    return and([
      guestIsIn(now)(builder),
      eb('user.endsAt', 'is not', null),
      eb('user.redemptionId', 'in', redemptions),
    ]);
  };
}
