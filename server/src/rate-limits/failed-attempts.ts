import type { Database } from '@foyer/database';
import { type Bucket, leftIn, take, waitFor } from './bucket.ts';

/**
 * What can be guessed. Each has an allowance of its own, whatever the route: a code, a password, the token of a link, and
 * who has an account. A letter is not guessed, but each that is asked for counts.
 */
export type Guessed = 'code' | 'password' | 'link' | 'account' | 'letter';

/** How many failed attempts an address has at once. */
export const attemptsAtOnce = 30;
/** After what time it has one more, in milliseconds. */
const attemptReturnsMs = 5000;

export type FailedAttempts = ReturnType<typeof failedAttempts>;

/** Counts failed attempts by address: each has 30, and one more each 5 seconds. */
export function failedAttempts({
  database: { db, reads },
  keyOf,
  now,
}: {
  database: Pick<Database, 'db' | 'reads'>;
  keyOf: (what: string, whose: string) => string;
  now: () => number;
}) {
  const bucketOf = (guessed: Guessed, address: string): Bucket => ({
    key: keyOf(guessed, address),
    size: attemptsAtOnce,
    returnMs: attemptReturnsMs,
  });

  return {
    /** How many failed attempts an address has left, as a fraction: none below 1. */
    left: (guessed: Guessed, address: string): Promise<number> =>
      leftIn(reads, bucketOf(guessed, address), now()),

    /** How long an address must wait until it may try, in milliseconds; 0 for not at all. */
    waitMs: async (guessed: Guessed, address: string): Promise<number> => {
      const bucket = bucketOf(guessed, address);
      return waitFor(bucket, await leftIn(reads, bucket, now()));
    },

    /** Counts a failed attempt; false when the address had none left, and must not learn the answer. */
    count: (guessed: Guessed, address: string): Promise<boolean> =>
      take(db, bucketOf(guessed, address), 1, now()),
  };
}
