import type { Database } from '@foyer/database';
import { type Bucket, leftIn, take, waitFor } from './bucket.ts';

const hourMs = 60 * 60 * 1000;

const maxInBlock = 10;

// Everybody has the default code, so entries with it are limited: a fifth for one address, two fifths for one network.
// A server reserves several at once; they are lost when it stops.
export function defaultEntries({
  database: { db, reads },
  keyOf,
  now,
  perHour,
}: {
  database: Pick<Database, 'db' | 'reads'>;
  keyOf: (what: string, whose: string) => string;
  now: () => number;
  perHour: () => number;
}) {
  const bucketOf = (whose: string, most: number): Bucket => {
    const size = Math.max(1, Math.floor(most));
    return { key: keyOf('default entry', whose), size, returnMs: hourMs / size };
  };
  const sharedBucket = () => bucketOf('all', perHour());
  let reserved = 0;
  let taking: Promise<number> | null = null;

  async function takeBlock(): Promise<number> {
    const block = Math.max(1, Math.min(maxInBlock, Math.floor(perHour() / 60)));
    for (const count of new Set([block, 1])) {
      if (!(await take(db, sharedBucket(), count, now()))) continue;
      reserved += count;
      return 0;
    }
    return waitOf(sharedBucket());
  }

  async function takeShared(): Promise<number> {
    while (reserved === 0) {
      taking ??= takeBlock().finally(() => {
        taking = null;
      });
      const waitMs = await taking;
      if (waitMs > 0) return waitMs;
    }
    reserved--;
    return 0;
  }

  /** At least 1 ms: this entry was refused, even if a unit has returned since. */
  async function waitOf(bucket: Bucket): Promise<number> {
    return Math.max(1, waitFor(bucket, await leftIn(reads, bucket, now())));
  }

  /** Returns 0, or how long to wait, in milliseconds. `network` null: only the address counts. */
  return async function takeEntry({ address, network }: { address: string; network: string | null }) {
    // An order: an address that has used its share must not take from its network.
    const most = perHour();
    const own = [bucketOf(address, most / 5), ...(network ? [bucketOf(network, (2 * most) / 5)] : [])];
    for (const bucket of own) if (!(await take(db, bucket, 1, now()))) return waitOf(bucket);
    return takeShared();
  };
}
