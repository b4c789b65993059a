import { unavailable } from '@foyer/database';
import pLimit, { type LimitFunction } from 'p-limit';

/** How long work waits in its line, in milliseconds: what would wait longer is refused. */
const longestWaitMs = 10_000;

/**
 * Lets work wait in a line for each key.
 *
 * @param width how much of one key is done at a time
 */
export function keyedQueues(width: number) {
  const lines = new Map<string, LimitFunction>();

  return async function inLine<T>(key: string, work: () => Promise<T>): Promise<T> {
    const line = lines.get(key) ?? pLimit(width);
    lines.set(key, line);
    const since = performance.now();
    try {
      return await line(() => {
        if (performance.now() - since <= longestWaitMs) return work();
        throw unavailable('overloaded', new Error('too long a line of one address'));
      });
    } finally {
      if (line.activeCount + line.pendingCount === 0) lines.delete(key);
    }
  };
}
