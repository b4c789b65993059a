import type { Database } from '@foyer/database';
import { leftIn, take, waitFor } from './bucket.ts';

const atOnce = 5;
/** Three codes of six digits are right at a time: 288 tries a day find one with a chance of 1 in 1,100. */
const returnMs = 5 * 60_000;

/** Limits the tries at the second factor of one person, from all addresses together: only who knows the password gets here. */
export function secondFactorTries({
  database: { db, reads },
  keyOf,
  now,
}: {
  database: Pick<Database, 'db' | 'reads'>;
  keyOf: (what: string, whose: string) => string;
  now: () => number;
}) {
  const bucketOf = (userId: string) => ({ key: keyOf('second factor', userId), size: atOnce, returnMs });
  return {
    /** Returns 0, or how long to wait, in milliseconds. */
    async take(userId: string): Promise<number> {
      const bucket = bucketOf(userId);
      if (await take(db, bucket, 1, now())) return 0;
      return Math.max(1, waitFor(bucket, await leftIn(reads, bucket, now())));
    },
    /** After a right code: only tries in a row count. */
    forget: async (userId: string): Promise<void> => {
      await db.deleteFrom('tryLimit').where('key', '=', bucketOf(userId).key).execute();
    },
  };
}
