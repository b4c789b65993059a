import { unavailable } from '@foyer/database';
import pLimit, { type LimitFunction } from 'p-limit';

/** Work that would wait longer is refused, in milliseconds. */
const longestWaitMs = 10_000;

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
