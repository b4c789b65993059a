import { type Kysely, sql } from 'kysely';
import { isPostgres, jsonTexts } from '../../codes/bulk.ts';
import type { InvitationTables } from '../../tables.ts';

// On PostgreSQL all who enter by one code wait for each other on its row. The uses of a code that many enter by are
// therefore spread over counters: rows of their own, that different people lower at once. A code either holds its uses
// itself, or has counters and holds none; it moves from one to the other only under the lock of its row.

/** Over how many counters a code's uses are spread: between these, one for each `usesOfCounter` that are left. */
const [fewestCounters, mostCounters] = [16, 256];
const usesPerShard = 64;

/** From how many uses on a code is spread at its first redemption. */
const manyUses = 1000;

/** From how many on it is spread once two people have met at its row: two in each counter. */
const minHotUses = 2 * fewestCounters;

/** Whether a code with so many uses left is better spread. */
export function shouldShard(left: number, isHot: boolean): boolean {
  return left >= (isHot ? minHotUses : manyUses);
}

/**
 * Moves the uses that a code's row holds to counters, in one statement. They carry the code's terms as they stand under its
 * lock, but not whether it is revoked: a code that is has none.
 */
export async function shardUses(db: Kysely<InvitationTables>, codeId: string): Promise<void> {
  await sql`
    with held as materialized (
      select
        "id", "remaining"::bigint, "kind", "validFrom", "validUntil",
        least(${sql.lit(mostCounters)}, greatest(${sql.lit(fewestCounters)}, "remaining" / ${sql.lit(usesPerShard)})) as "counters"
      from "invitationCode"
      where "id" = ${codeId} and "remaining" >= ${sql.lit(minHotUses)} and "revokedAt" is null for no key update
    ), emptied as (
      update "invitationCode" set "remaining" = 0 from held where "invitationCode"."id" = held."id"
    )
    insert into "useCounter" ("codeId", "number", "remaining", "kind", "validFrom", "validUntil")
    select "id", "number", ("remaining" + "number") / "counters", "kind", "validFrom", "validUntil"
    from held, generate_series(0, "counters" - 1) as "number"`.execute(db);
}

const beingSharded = new Set<string>();

/** The same beside a redemption that is done, which neither waits for it nor fails with it: the next one tries again. */
export function shardUsesSoon(db: Kysely<InvitationTables>, codeId: string) {
  if (beingSharded.has(codeId)) return;
  beingSharded.add(codeId);
  void shardUses(db, codeId)
    .catch(() => {})
    .finally(() => beingSharded.delete(codeId));
}

/**
 * Takes hold of codes until the transaction ends, and puts the uses that are in their counters back into them: from then
 * on nobody spends one before the transaction has ended. Whoever changes a code's terms does this first.
 */
export async function gatherUses(trx: Kysely<InvitationTables>, digests: string[]): Promise<void> {
  // SQLite has one writer at a time, and nobody to wait for: its codes have no counters.
  if (!isPostgres(trx)) return;
  // In one order, so that two who hold many codes do not wait for each other for ever.
  const codes = await trx
    .selectFrom('invitationCode')
    .select('id')
    .where('digest', 'in', jsonTexts(trx, JSON.stringify(digests)))
    .orderBy('digest')
    .forNoKeyUpdate()
    .execute();
  if (codes.length === 0) return;
  // A statement of its own: it sees the counters that came to be while this one waited for the codes.
  await sql`
    with gathered as (
      delete from "useCounter" where "codeId" = any(${codes.map(({ id }) => id)}) returning "codeId", "remaining"
    ), sums as (
      select "codeId", sum("remaining") as "remaining" from gathered group by "codeId"
    )
    update "invitationCode" set "remaining" = "invitationCode"."remaining" + sums."remaining"
    from sums where id = "codeId"`.execute(trx);
}
