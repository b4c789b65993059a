import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { caller } from '../rate-limits/caller.ts';
import { openFairQueue } from './fair-queue.ts';
import type { HashingTask } from './password-hashing-worker.ts';

/** More would only share the cores, and take 32 MB each. */
const hashesAtATime = availableParallelism();
/** Limit for one queue: one core hashes eleven a second. */
const maxWaiting = 50 * hashesAtATime;
const idleMs = 60_000;

export type Passwords = ReturnType<typeof openPasswords>;

// Like Better Auth, in low-priority threads. Two queues, fair by address: one for logins, which anyone can send; one
// for requests with a code, a link or a session.
export function openPasswords() {
  const inQueue = openFairQueue({ width: hashesAtATime, most: maxWaiting });
  const pool = new Piscina<HashingTask, string | boolean>({
    filename: new URL('./password-hashing-worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: hashesAtATime,
    idleTimeout: idleMs,
    env: {},
  });

  function runInPool(task: HashingTask): Promise<string | boolean> {
    const { address, guessed, hasFailed } = caller.getStore() ?? noCaller;
    const place = { queue: guessed === 'password' ? 'logins' : 'others', owner: address, isLast: hasFailed };
    return inQueue(place, () => pool.run(task));
  }

  return {
    hash: async (password: string) => String(await runInPool({ password })),
    verify: async ({ password, hash }: { password: string; hash: string }) =>
      (await runInPool({ password, hash })) === true,
    close: () => pool.destroy(),
  };
}

const noCaller = { address: '', guessed: 'link', hasFailed: false } as const;
