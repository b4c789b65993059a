import { unavailable } from '@foyer/database';
import pLimit, { type LimitFunction } from 'p-limit';

/** Work that would wait longer is refused, in milliseconds. */
const longestWaitMs = 10_000;

export function keyedQueues(width: number) {
  const queues = new Map<string, LimitFunction>();

  return async function inQueue<T>(key: string, work: () => Promise<T>): Promise<T> {
    const queue = queues.get(key) ?? pLimit(width);
    queues.set(key, queue);
    const since = performance.now();
    try {
      return await queue(() => {
        if (performance.now() - since <= longestWaitMs) return work();
        throw unavailable('overloaded', new Error('too long a line of one address'));
      });
    } finally {
      if (queue.activeCount + queue.pendingCount === 0) queues.delete(key);
    }
  };
}
