import { randomUUID } from 'node:crypto';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { HostTables } from '../../tables.ts';
import { minuteMs } from '../minutes.ts';
import type { DependentRows, Redemption, Spending } from '../redemption.ts';
import {
  forgetShards,
  nextShard,
  rememberShards,
  type Shard,
  shardUses,
  shardUsesSoon,
  shouldShard,
} from './counter-shards.ts';

/** `redeem` on PostgreSQL, where many people can spend uses of one code at the same time. */
export async function redeemOnPostgres(
  db: Kysely<HostTables>,
  spending: Spending,
  now: number,
  dependentRows: DependentRows,
): Promise<Redemption | null> {
  const { digest } = spending;
  const extra = extraStatements(dependentRows, now);
  const tried = nextShard(db, digest);
  if (tried) {
    const redemption = await spendFromShard(db, tried, spending, now, extra);
    if (redemption) return redemption;
    forgetShards(db, digest);
  }
  let attempt: Attempt;
  // It saw a use but did not get it: others spent it meanwhile, or moved the uses between the code and its shards.
  do attempt = await spendFromAny(db, spending, tried, now, extra);
  while (attempt.sawUse && attempt.redemptionId === null);
  const { redemptionId, minutes, codeId, left, counters, isHot } = attempt;
  if (codeId !== null && counters !== null) rememberShards(db, digest, { codeId, count: counters });
  else if (codeId !== null && left !== null && shouldShard(left, isHot)) {
    if (db.isTransaction) await shardUses(db, codeId);
    else shardUsesSoon(db, codeId);
  }
  return redemptionId === null ? null : { id: redemptionId, minutes };
}

/**
 * Spends a use of one shard, if it has more than one left: the shortest path, and the usual one. The shard carries the
 * code's terms, and is deleted before they change.
 *
 * A transaction that waited for a shard with one use left keeps the lock on it, and must take it in `spendFromAny`.
 */
async function spendFromShard(
  db: Kysely<HostTables>,
  { codeId, number }: Shard,
  { kind, entry, unless }: Spending,
  now: number,
  extra: RawBuilder<unknown>,
): Promise<Redemption | null> {
  const { rows } = await sql<Redemption>`
    with lowered as (
      update "useCounter" set "remaining" = "remaining" - 1
      where "codeId" = ${codeId} and "number" = ${number} and "remaining" > 1
        and "kind" = ${kind} and "validFrom" <= ${now} and "validUntil" >= ${now}${andNot(unless)}
      returning "codeId"
    ), terms as materialized (
      select "minutesPerPerson" as "minutes" from "invitationCode" where "id" = ${codeId}
    ), made as (
      insert into "redemption" ("id", "codeId", "redeemedAt", "entry")
      select ${randomUUID()}, "codeId", ${now}::bigint, ${entry} from lowered
      returning "id", "codeId"
    )${extra}
    select "id", "minutes" from made, terms`.execute(db);
  return rows[0] ?? null;
}

/** What one statement saw and spent. `redemptionId` is null when it spent nothing. */
type Attempt = {
  sawUse: boolean;
  redemptionId: string | null;
  minutes: number | null;
  codeId: string | null;
  /** Uses left in the code's own row; null when a shard was lowered. */
  left: number | null;
  /** Number of shards, including those that are used up; null when there are none. */
  counters: number | null;
  /** Whether somebody else spent a use of the code's own row while this statement waited for it. */
  isHot: boolean;
};

/**
 * This one statement decides whether a use is left; its snapshot decides whether none is left.
 *
 * No deadlocks: it waits for at most one shard and holds no other meanwhile, because a shard is deleted with its last use.
 * If this transaction already locked the shard it tried first, it must take that shard; otherwise two transactions can
 * deadlock. The lock on the code's own row may stay: nobody who holds a shard waits for it.
 */
async function spendFromAny(
  db: Kysely<HostTables>,
  { digest, kind, entry, unless }: Spending,
  tried: Shard | null,
  now: number,
  extra: RawBuilder<unknown>,
): Promise<Attempt> {
  const { rows } = await sql<Attempt>`
    with code as materialized (
      select "id", "remaining", "minutesPerPerson" as "minutes" from "invitationCode"
      where "digest" = ${digest} and "kind" = ${kind} and "peopleAtOnce" is null
        and "validFrom" <= ${now} and "validUntil" >= ${now} and "revokedAt" is null${andNot(unless)}
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
        and "kind" = ${kind} and "remaining" > 0 and "peopleAtOnce" is null
        and "validFrom" <= ${now} and "validUntil" >= ${now} and "revokedAt" is null
      returning "id" as "codeId", "remaining" as "left"
    ), spent as (
      select "codeId", null::integer as "left" from counter union all select "codeId", "left" from "spentOfCode"
    ), terms as (
      select "minutes" from code
    ), made as (
      insert into "redemption" ("id", "codeId", "redeemedAt", "entry")
      select ${randomUUID()}, "codeId", ${now}::bigint, ${entry} from spent
      returning "id", "codeId"
    )${extra}
    select
      exists (select from chosen) or exists (select from code where "remaining" > 0) as "sawUse",
      made."id" as "redemptionId", (select "minutes" from terms), spent."codeId", spent."left",
      (select max("number") + 1 from "useCounter" where "codeId" = (select "id" from code)) as "counters",
      coalesce(spent."left" < (select "remaining" from code) - 1, false) as "isHot"
    from (select) as one left join spent on true left join made on true`.execute(db);
  const [attempt] = rows;
  if (!attempt) throw new Error('the statement that spends a use returned no row');
  return attempt;
}

function andNot(unless: Spending['unless']): RawBuilder<unknown> {
  return unless ? sql` and not ${unless}` : sql``;
}

/** The dependent rows as further parts of the statement that inserts the redemption. */
function extraStatements(dependentRows: DependentRows, now: number): RawBuilder<unknown> {
  const endsAt = sql<
    number | null
  >`(select ${now}::bigint + "minutes"::bigint * ${sql.lit(minuteMs)} from terms)`;
  const made = { id: sql<string>`"id"`, codeId: sql<string>`"codeId"`, from: sql`from made` };
  const statements = dependentRows({ ...made, endsAt, isRoom: false });
  return sql.join(
    statements.map((statement, i) => sql`, ${sql.id(`written${i}`)} as (${statement})`),
    sql``,
  );
}
