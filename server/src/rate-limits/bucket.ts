import type { Database } from '@foyer/database';
import { sql } from 'kysely';

export type Bucket = {
  key: string;
  size: number;
  /** The time in which one unit returns, in milliseconds. */
  returnMs: number;
};

/** Takes `count` units, or none when there are fewer; returns whether it did. `now` in epoch milliseconds. */
export async function take(db: Database['db'], bucket: Bucket, count: number, now: number): Promise<boolean> {
  // A clock that was set back neither adds nor takes anything.
  const passed = sql`case when ${now} > ${sql.ref('tryLimit.at')} then ${now} - ${sql.ref('tryLimit.at')} else 0 end`;
  const used = sql<number>`${sql.ref('tryLimit.level')} - (${passed}) * 1.0 / ${sql.lit(bucket.returnMs)}`;
  const still = sql<number>`case when ${used} > 0 then ${used} else 0 end`;
  // One statement checks and counts: parallel requests cannot pass together.
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

/** Milliseconds until one unit is available; 0 for now. */
export function waitFor({ returnMs }: Bucket, left: number): number {
  return Math.max(0, Math.ceil((1 - left) * returnMs));
}
