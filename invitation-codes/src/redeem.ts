import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { type CodeKind, stateOf } from './code.ts';
import { isPostgres, usesLeft } from './many-codes.ts';
import type { CodeState } from './options.ts';
import type { HostTables, InvitationTables, RedemptionRow } from './tables.ts';
import { spreadUses, wantsCounters } from './use-counters.ts';

/** What is spent, and by whom. */
export type Spending = { digest: string; kind: CodeKind; entry: RedemptionRow['entry'] };

/**
 * Spends one use of a code and records it: the only place where a person's coming lowers `remaining`.
 * Call it in the transaction that makes the person, so that neither is there without the other.
 *
 * @param now epoch milliseconds
 * @returns the redemption's id, or null when the code admits nobody now
 */
export async function redeem(
  db: Kysely<HostTables>,
  spending: Spending,
  now: number,
): Promise<string | null> {
  return isPostgres(db) ? redeemOnPostgres(db, spending, now) : redeemOnSqlite(db, spending, now);
}

/** What is known of a code at this moment. Spends nothing, and promises nothing: only `redeem` says that a use was left. */
export async function lookUp(
  db: Kysely<InvitationTables>,
  digest: string | null,
  now: number,
): Promise<{ state: CodeState; codeId?: string }> {
  if (digest === null) return { state: 'none' };
  const code = await db
    .selectFrom('invitationCode')
    .select(['id', 'kind', 'validFrom', 'validUntil', 'revokedAt', usesLeft.as('remaining')])
    .where('digest', '=', digest)
    .executeTakeFirst();
  return code ? { state: stateOf(code, now), codeId: code.id } : { state: 'unusable' };
}

async function redeemOnSqlite(
  db: Kysely<HostTables>,
  { digest, kind, entry }: Spending,
  now: number,
): Promise<string | null> {
  // Whether a use is left is decided by this one statement: whoever looks first and counts later admits one too many.
  const code = await db
    .updateTable('invitationCode')
    .set((eb) => ({ remaining: eb('remaining', '-', 1) }))
    .where('digest', '=', digest)
    .where('kind', '=', kind)
    .where('remaining', '>', 0)
    .where('validFrom', '<=', now)
    .where('validUntil', '>=', now)
    .where('revokedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!code) return null;
  const redemption = { id: randomUUID(), codeId: code.id, redeemedAt: now, entry, convertedAt: null };
  await db.insertInto('redemption').values(redemption).execute();
  return redemption.id;
}

async function redeemOnPostgres(
  db: Kysely<HostTables>,
  spending: Spending,
  now: number,
): Promise<string | null> {
  let look: Look;
  // A look that saw a use and did not get it was overtaken: by others who spent it, or by one who moved the uses between the code and its counters.
  do look = await spend(db, spending, now);
  while (look.sawUse && look.redemptionId === null);
  const { redemptionId, codeId, left, isHot } = look;
  if (codeId !== null && left !== null && wantsCounters(left, isHot)) await spreadUses(db, codeId);
  return redemptionId;
}

/** What one statement saw, and what it spent: null when nothing. */
type Look = {
  sawUse: boolean;
  redemptionId: string | null;
  codeId: string | null;
  /** How many uses the code's own row has left; null when a counter was lowered. */
  left: number | null;
  /** Whether somebody else spent a use of the code's own row while this one waited for it. */
  isHot: boolean;
};

/**
 * Whether a use is left is decided by this one statement, and whether none is left by what it saw in one moment.
 *
 * It waits for one counter at the most, and holds none while it does: a counter goes with its last use, so whoever waited
 * for it is left with no lock.
 */
async function spend(db: Kysely<HostTables>, { digest, kind, entry }: Spending, now: number): Promise<Look> {
  const { rows } = await sql<Look>`
    with code as materialized (
      select "id", "remaining" from "invitationCode"
      where "digest" = ${digest} and "kind" = ${kind}
        and "validFrom" <= ${now} and "validUntil" >= ${now} and "revokedAt" is null
    ), chosen as materialized (
      select "codeId", "number" from "useCounter" where "codeId" = (select "id" from code) order by random() limit 1
    ), counter as materialized (
      select "useCounter".* from "useCounter" join chosen using ("codeId", "number") for update of "useCounter"
    ), lowered as (
      update "useCounter" set "remaining" = counter."remaining" - 1 from counter
      where "useCounter"."codeId" = counter."codeId" and "useCounter"."number" = counter."number"
        and counter."remaining" > 1
    ), emptied as (
      delete from "useCounter" using counter
      where "useCounter"."codeId" = counter."codeId" and "useCounter"."number" = counter."number"
        and counter."remaining" = 1
    ), "spentOfCode" as (
      update "invitationCode" set "remaining" = "remaining" - 1
      where "id" = (select "id" from code where "remaining" > 0) and "kind" = ${kind} and "remaining" > 0
        and "validFrom" <= ${now} and "validUntil" >= ${now} and "revokedAt" is null
      returning "id" as "codeId", "remaining" as "left"
    ), spent as (
      select "codeId", null::integer as "left" from counter union all select * from "spentOfCode"
    ), made as (
      insert into "redemption" ("id", "codeId", "redeemedAt", "entry")
      select ${randomUUID()}, "codeId", ${now}::bigint, ${entry} from spent
      returning "id", "codeId"
    )
    select
      exists (select from chosen) or exists (select from code where "remaining" > 0) as "sawUse",
      made."id" as "redemptionId", spent."codeId", spent."left",
      coalesce(spent."left" < (select "remaining" from code) - 1, false) as "isHot"
    from (select) as one left join spent on true left join made on true`.execute(db);
  const [look] = rows;
  if (!look) throw new Error('a look at a code answers nothing');
  return look;
}
