import { randomUUID } from 'node:crypto';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { HostTables } from '../tables.ts';
import type { Spending, DependentRows } from './redemption.ts';
import { shardUses, shardUsesSoon, shouldShard } from './shards/counter-shards.ts';
import { type Shard, forgetShards, nextShard, rememberShards } from './shards/shard-cache.ts';

/** What `redeem` does on PostgreSQL, where many may spend uses of one code at once. */
export async function redeemOnPostgres(
  db: Kysely<HostTables>,
  spending: Spending,
  now: number,
  written: DependentRows,
): Promise<string | null> {
  const { digest } = spending;
  const further = extraStatements(written);
  const tried = nextShard(digest);
  if (tried) {
    const redemptionId = await spendFromShard(db, tried, spending, now, further);
    if (redemptionId) return redemptionId;
    forgetShards(digest);
  }
  let look: Attempt;
  // A look that saw a use and did not get it was overtaken: by others who spent it, or by one who moved the uses between the code and its counters.
  do look = await spendFromAny(db, spending, tried, now, further);
  while (look.sawUse && look.redemptionId === null);
  const { redemptionId, codeId, left, counters, isHot } = look;
  if (codeId !== null && counters !== null) rememberShards(digest, { codeId, count: counters });
  else if (codeId !== null && left !== null && shouldShard(left, isHot)) {
    if (db.isTransaction) await shardUses(db, codeId);
    else shardUsesSoon(db, codeId);
  }
  return redemptionId;
}

/**
 * Spends a use of one counter, if it is there with more than its last one: the shortest way, and most people's. The counter
 * carries the code's terms, and is gone before they change.
 *
 * Who waits for a counter that is on its last use by then keeps its lock, in a transaction, and must go on to take it:
 * `spend` sees to that.
 */
async function spendFromShard(
  db: Kysely<HostTables>,
  { codeId, number }: Shard,
  { kind, entry }: Spending,
  now: number,
  further: RawBuilder<unknown> | null,
): Promise<string | null> {
  const redemption = sql`
      insert into "redemption" ("id", "codeId", "redeemedAt", "entry")
      select ${randomUUID()}, "codeId", ${now}::bigint, ${entry} from lowered
      returning "id", "codeId"`;
  const { rows } = await sql<{ id: string }>`
    with lowered as (
      update "useCounter" set "remaining" = "remaining" - 1
      where "codeId" = ${codeId} and "number" = ${number} and "remaining" > 1
        and "kind" = ${kind} and "validFrom" <= ${now} and "validUntil" >= ${now}
      returning "codeId"
    )
    ${further ? sql`, made as (${redemption})${further} select "id" from made` : redemption}`.execute(db);
  return rows[0]?.id ?? null;
}

/** What one statement saw, and what it spent: null when nothing. */
type Attempt = {
  sawUse: boolean;
  redemptionId: string | null;
  codeId: string | null;
  /** How many uses the code's own row has left; null when a counter was lowered. */
  left: number | null;
  /** How many counters there are, the missing among them counted; null when there are none. */
  counters: number | null;
  /** Whether somebody else spent a use of the code's own row while this one waited for it. */
  isHot: boolean;
};

/**
 * Whether a use is left is decided by this one statement, and whether none is left by what it saw in one moment.
 *
 * It waits for one counter at the most, and holds none while it does: a counter goes with its last use, so whoever waited
 * for it is left with no lock. Who holds one already, in a transaction, of the counter that was tried, takes that one and
 * waits for nobody. The lock of the code's own row may stay; nobody who has a counter wants that one.
 */
async function spendFromAny(
  db: Kysely<HostTables>,
  { digest, kind, entry }: Spending,
  tried: Shard | null,
  now: number,
  further: RawBuilder<unknown> | null,
): Promise<Attempt> {
  const { rows } = await sql<Attempt>`
    with code as materialized (
      select "id", "remaining" from "invitationCode"
      where "digest" = ${digest} and "kind" = ${kind}
        and "validFrom" <= ${now} and "validUntil" >= ${now} and "revokedAt" is null
    ), chosen as materialized (
      select "codeId", "number" from "useCounter" where "codeId" = (select "id" from code)
      order by "number" = ${tried?.number ?? -1} desc, random() limit 1
    ), counter as materialized (
      select "codeId", "number", "remaining" from "useCounter" join chosen using ("codeId", "number") for update of "useCounter"
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
      where "id" = (select "id" from code where "remaining" > 0 and not exists (select from chosen))
        and "kind" = ${kind} and "remaining" > 0
        and "validFrom" <= ${now} and "validUntil" >= ${now} and "revokedAt" is null
      returning "id" as "codeId", "remaining" as "left"
    ), spent as (
      select "codeId", null::integer as "left" from counter union all select "codeId", "left" from "spentOfCode"
    ), made as (
      insert into "redemption" ("id", "codeId", "redeemedAt", "entry")
      select ${randomUUID()}, "codeId", ${now}::bigint, ${entry} from spent
      returning "id", "codeId"
    )${further ?? sql``}
    select
      exists (select from chosen) or exists (select from code where "remaining" > 0) as "sawUse",
      made."id" as "redemptionId", spent."codeId", spent."left",
      (select max("number") + 1 from "useCounter" where "codeId" = (select "id" from code)) as "counters",
      coalesce(spent."left" < (select "remaining" from code) - 1, false) as "isHot"
    from (select) as one left join spent on true left join made on true`.execute(db);
  const [look] = rows;
  if (!look) throw new Error('a look at a code answers nothing');
  return look;
}

/** What is written with the redemption, as further parts of the statement that makes it; null for nothing. */
function extraStatements(written: DependentRows): RawBuilder<unknown> | null {
  const statements = written({ id: sql`"id"`, codeId: sql`"codeId"`, from: sql`from made` });
  const parts = statements.map((statement, i) => sql`, ${sql.id(`written${i}`)} as (${statement})`);
  return parts.length > 0 ? sql.join(parts, sql``) : null;
}
