import { randomInt } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { InvitationTables } from '../../tables.ts';

// On PostgreSQL everybody who enters with a code waits for a lock on its row. The uses of a hot code are therefore spread
// over shards: rows of their own, so that different people lower different ones. A code either holds its uses itself, or
// has shards and holds none. Uses move from one to the other only under the lock of the code's row.

export type Shard = { codeId: string; number: number };

/** A code gets a shard for each `usesPerShard` uses that are left, within these limits. */
const [minShards, maxShards] = [16, 256];
const usesPerShard = 64;

/** A code with this many uses is sharded at its first redemption. */
const manyUses = 1000;

/** A code with this many uses, two per shard, is sharded once two people have met at its row. */
const minHotUses = 2 * minShards;

/** @param isHot whether somebody had to wait for the code's row */
export function shouldShard(left: number, isHot: boolean): boolean {
  return left >= (isHot ? minHotUses : manyUses);
}

/**
 * Moves the uses in a code's row to shards, in one statement. Shards carry the code's terms as they are under its lock.
 * They do not say whether it is revoked: a revoked code has no shards.
 */
export async function shardUses(db: Kysely<InvitationTables>, codeId: string): Promise<void> {
  await sql`
    with held as materialized (
      select
        "id", "remaining"::bigint, "kind", "validFrom", "validUntil",
        least(${sql.lit(maxShards)}, greatest(${sql.lit(minShards)}, "remaining" / ${sql.lit(usesPerShard)})) as "counters"
      from "invitationCode"
      where "id" = ${codeId} and "remaining" >= ${sql.lit(minHotUses)} and "revokedAt" is null and "peopleAtOnce" is null
      for no key update
    ), emptied as (
      update "invitationCode" set "remaining" = 0 from held where "invitationCode"."id" = held."id"
    )
    insert into "useCounter" ("codeId", "number", "remaining", "kind", "validFrom", "validUntil")
    select "id", "number", ("remaining" + "number") / "counters", "kind", "validFrom", "validUntil"
    from held, generate_series(0, "counters" - 1) as "number"`.execute(db);
}

/** Shards a code after a redemption, in the background. On failure the next redemption tries again. */
export function shardUsesSoon(db: Kysely<InvitationTables>, codeId: string) {
  const { beingSharded } = cacheOf(db);
  if (beingSharded.has(codeId)) return;
  beingSharded.add(codeId);
  void shardUses(db, codeId)
    .catch(() => {})
    .finally(() => beingSharded.delete(codeId));
}

/** The shard to try first. Each call takes the next one, so that people who come to this process at once hardly meet. */
export function nextShard(db: Kysely<InvitationTables>, digest: string): Shard | null {
  const code = cacheOf(db).sharded.get(digest);
  if (!code) return null;
  const number = code.next;
  code.next = (number + 1) % code.count;
  return { codeId: code.codeId, number };
}

export function rememberShards(
  db: Kysely<InvitationTables>,
  digest: string,
  { codeId, count }: { codeId: string; count: number },
) {
  const { sharded } = cacheOf(db);
  if (sharded.size >= 1000) sharded.clear();
  // Other processes count up too: each starts at another shard.
  sharded.set(digest, { codeId, count, next: randomInt(count) });
}

/** Forgets a code's shards: one was missing, or on its last use. */
export function forgetShards(db: Kysely<InvitationTables>, digest: string) {
  cacheOf(db).sharded.delete(digest);
}

/** What this process knows of the codes in one database: a hint, never the truth. */
type ShardCache = {
  sharded: Map<string, { codeId: string; count: number; next: number }>;
  beingSharded: Set<string>;
};

const caches = new WeakMap<Kysely<InvitationTables>, ShardCache>();

function cacheOf(db: Kysely<InvitationTables>): ShardCache {
  const cache = caches.get(db) ?? { sharded: new Map(), beingSharded: new Set() };
  caches.set(db, cache);
  return cache;
}
