import type { Database } from '@foyer/database';
import { type Bucket, leftIn, take, waitFor } from './bucket.ts';

/**
 * Each has its own limit on all routes. Nobody guesses a letter, but each request for one counts. The attempts at the
 * codes in letters are also counted by email: its place is that of the address.
 */
export type Guessed = 'code' | 'password' | 'link' | 'account' | 'letter' | 'mailCode' | 'token';

export const attemptsAtOnce = 30;
const attemptReturnsMs = 5000;

export type FailedAttempts = ReturnType<typeof failedAttempts>;

/** Counts failed attempts per address: 30 at once, then one every 5 seconds. */
export function failedAttempts({
  database: { db, reads },
  keyOf,
  now,
  noteRefused,
}: {
  database: Pick<Database, 'db' | 'reads'>;
  keyOf: (what: string, whose: string) => string;
  now: () => number;
  noteRefused: () => void;
}) {
  const bucketOf = (guessed: Guessed, address: string): Bucket => ({
    key: keyOf(guessed, address),
    size: attemptsAtOnce,
    returnMs: attemptReturnsMs,
  });

  return {
    /** A fraction: none left below 1. */
    left: (guessed: Guessed, address: string): Promise<number> =>
      leftIn(reads, bucketOf(guessed, address), now()),

    waitMs: async (guessed: Guessed, address: string): Promise<number> => {
      const bucket = bucketOf(guessed, address);
      return waitFor(bucket, await leftIn(reads, bucket, now()));
    },

    /** Returns false when fewer than `attempts` were left: then the caller must not learn the answer. */
    count: async (guessed: Guessed, address: string, attempts = 1): Promise<boolean> => {
      const isTaken = await take(db, bucketOf(guessed, address), attempts, now());
      // A letter that is asked for is no refused try.
      if (isTaken && guessed !== 'letter') noteRefused();
      return isTaken;
    },

    /** A try that was refused unread, because none was left. */
    noteRefused,
  };
}
