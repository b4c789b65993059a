import type { Database } from '@foyer/database';
import { sql } from 'kysely';

/** A leaky bucket that is kept in the database, where all servers see it. */
export type Bucket = {
  /** Keyed digest of what it counts and for whom. */
  key: string;
  /** How much it holds. */
  size: number;
  /** After how long one that was taken is back, in milliseconds. */
  returnMs: number;
};

/**
 * Takes so many out of a bucket, or none when there are not so many.
 *
 * @param now epoch milliseconds
 * @returns whether they were taken
 */
export async function take(db: Database['db'], bucket: Bucket, count: number, now: number): Promise<boolean> {
  // A clock that was set back has given nothing back, and taken nothing.
  const passed = sql`case when ${now} > ${sql.ref('tryLimit.at')} then ${now} - ${sql.ref('tryLimit.at')} else 0 end`;
  const used = sql<number>`${sql.ref('tryLimit.level')} - (${passed}) * 1.0 / ${sql.lit(bucket.returnMs)}`;
  const still = sql<number>`case when ${used} > 0 then ${used} else 0 end`;
  // One statement looks and counts: parallel requests cannot pass together.
  const taken = await db
    .insertInto('tryLimit')
    .values({ key: bucket.key, level: count, at: now })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({ level: sql`${still} + ${sql.lit(count)}`, at: now })
        .where(still, '<=', bucket.size - count),
    )
    .returning('key')
    .executeTakeFirst();
  return taken !== undefined;
}

/** How many are in a bucket, as a fraction: one that comes back in parts. */
export async function leftIn(reads: Database['reads'], bucket: Bucket, now: number): Promise<number> {
  const row = await reads
    .selectFrom('tryLimit')
    .select(['level', 'at'])
    .where('key', '=', bucket.key)
    .executeTakeFirst();
  if (!row) return bucket.size;
  const used = row.level - Math.max(0, now - row.at) / bucket.returnMs;
  return bucket.size - Math.max(0, used);
}

/** How long it takes until one can be taken of so many that are left, in milliseconds; 0 for now. */
export function waitFor({ returnMs }: Bucket, left: number): number {
  return Math.max(0, Math.ceil((1 - left) * returnMs));
}
