import { randomInt, randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Spending } from './redeem.ts';
import type { HostTables } from './tables.ts';
import { countersOfCode, spreadUses, wantsCounters } from './use-counters.ts';

/** The digests of codes that had counters when they were last seen here: what to try first, and nothing more. */
const withCounters = new Set<string>();

/** What `redeem` does on PostgreSQL, where many may spend uses of one code at once. */
export async function redeemOnPostgres(
  db: Kysely<HostTables>,
  spending: Spending,
  now: number,
): Promise<string | null> {
  const { digest } = spending;
  if (withCounters.has(digest)) {
    const redemptionId = await spendOfCounter(db, spending, now);
    if (redemptionId) return redemptionId;
    withCounters.delete(digest);
  }
  let look: Look;
  // A look that saw a use and did not get it was overtaken: by others who spent it, or by one who moved the uses between the code and its counters.
  do look = await spend(db, spending, now);
  while (look.sawUse && look.redemptionId === null);
  const { redemptionId, codeId, left, isHot } = look;
  const hasCounters = codeId !== null && left === null;
  if (hasCounters) remember(digest);
  else if (codeId !== null && left !== null && wantsCounters(left, isHot)) await spreadUses(db, codeId);
  return redemptionId;
}

function remember(digest: string) {
  if (withCounters.size >= 1000) withCounters.clear();
  withCounters.add(digest);
}

/**
 * What `spend` does where a code has counters, at one that is named beforehand: half the work. It finds nothing when that
 * one is used up.
 */
async function spendOfCounter(
  db: Kysely<HostTables>,
  { digest, kind, entry }: Spending,
  now: number,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    with counter as materialized (
      select "useCounter".* from "useCounter" join "invitationCode" on "codeId" = "id"
      where "digest" = ${digest} and "kind" = ${kind}
        and "validFrom" <= ${now} and "validUntil" >= ${now} and "revokedAt" is null
        and "number" = ${randomInt(countersOfCode)}
      for update of "useCounter"
    ), ${spentOfCounter}
    insert into "redemption" ("id", "codeId", "redeemedAt", "entry")
    select ${randomUUID()}, "codeId", ${now}::bigint, ${entry} from counter
    returning "id"`.execute(db);
  return rows[0]?.id ?? null;
}

/** Lowers the `counter` that a statement holds. It goes with its last use. */
const spentOfCounter = sql`lowered as (
      update "useCounter" set "remaining" = counter."remaining" - 1 from counter
      where "useCounter"."codeId" = counter."codeId" and "useCounter"."number" = counter."number"
        and counter."remaining" > 1
    ), emptied as (
      delete from "useCounter" using counter
      where "useCounter"."codeId" = counter."codeId" and "useCounter"."number" = counter."number"
        and counter."remaining" = 1
    )`;

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
 * for it is left with no lock. The lock of the code's own row may stay with it; nobody who has a counter wants that one.
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
    ), ${spentOfCounter}, "spentOfCode" as (
      update "invitationCode" set "remaining" = "remaining" - 1
      where "id" = (select "id" from code where "remaining" > 0 and not exists (select from chosen))
        and "kind" = ${kind} and "remaining" > 0
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
