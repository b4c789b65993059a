import type { Database } from '@foyer/database';
import { type Bucket, leftIn, take, waitFor } from './bucket.ts';

const hourMs = 60 * 60 * 1000;

/** How many entries a server takes at once for all: their row would otherwise be written at each entry. */
const maxInBlock = 10;

export type DefaultEntries = ReturnType<typeof defaultEntries>;

/**
 * Limits the entries by the default code, which everybody has: so many an hour, a fifth of them from one address and two
 * fifths from one network. What a server has taken and not used is lost when it ends.
 *
 * @param perHour how many in all
 */
export function defaultEntries({
  database: { db, reads },
  keyOf,
  now,
  perHour,
}: {
  database: Pick<Database, 'db' | 'reads'>;
  keyOf: (what: string, whose: string) => string;
  now: () => number;
  perHour: number;
}) {
  const bucketOf = (whose: string, most: number): Bucket => {
    const size = Math.max(1, Math.floor(most));
    return { key: keyOf('default entry', whose), size, returnMs: hourMs / size };
  };
  const ofAll = bucketOf('all', perHour);
  const block = Math.max(1, Math.min(maxInBlock, Math.floor(perHour / 60)));
  let inHand = 0;
  let taking: Promise<number> | null = null;

  async function takeBlock(): Promise<number> {
    for (const count of new Set([block, 1])) {
      if (!(await take(db, ofAll, count, now()))) continue;
      inHand += count;
      return 0;
    }
    return waitOf(ofAll);
  }

  async function takeOfAll(): Promise<number> {
    while (inHand === 0) {
      taking ??= takeBlock().finally(() => {
        taking = null;
      });
      const waitMs = await taking;
      if (waitMs > 0) return waitMs;
    }
    inHand--;
    return 0;
  }

  /** At least a moment: it was refused, even if one has come back since. */
  async function waitOf(bucket: Bucket): Promise<number> {
    return Math.max(1, waitFor(bucket, await leftIn(reads, bucket, now())));
  }

  /**
   * Takes one entry for an address.
   *
   * @param network the network of the address, or null where the address alone counts
   * @returns 0, or how long to wait for the next, in milliseconds
   */
  return async function takeEntry({ address, network }: { address: string; network: string | null }) {
    // The address first: one that has spent its own takes nothing from its neighbours.
    const own = [bucketOf(address, perHour / 5), ...(network ? [bucketOf(network, (2 * perHour) / 5)] : [])];
    for (const bucket of own) if (!(await take(db, bucket, 1, now()))) return waitOf(bucket);
    return takeOfAll();
  };
}
