import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { caller } from '../rate-limits/caller.ts';
import { openFairQueue } from './fair-queue.ts';
import type { HashingTask } from './password-hashing-worker.ts';

/** How many passwords are hashed at a time: more would only share the processors, and take 32 MB each. */
const hashesAtATime = availableParallelism();
/** How many may wait in a line: a processor that has nothing else to do hashes eleven a second. */
const maxWaiting = 50 * hashesAtATime;
/** How long a thread that has nothing to do is kept, in milliseconds. */
const idleMs = 60_000;

export type Passwords = ReturnType<typeof openPasswords>;

/**
 * Hashes passwords as Better Auth does, in threads of a low priority, and in two lines that are fair by address: one of
 * log-ins, which anybody can send, and one of those who have brought a code, a link or a session.
 */
export function openPasswords() {
  const inLine = openFairQueue({ width: hashesAtATime, most: maxWaiting });
  const pool = new Piscina<HashingTask, string | boolean>({
    filename: new URL('./password-hashing-worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: hashesAtATime,
    idleTimeout: idleMs,
    // A thread that hashes needs no secret.
    env: {},
  });

  function inTurn(task: HashingTask): Promise<string | boolean> {
    const { address, guessed, hasFailed } = caller.getStore() ?? nobody;
    const place = { line: guessed === 'password' ? 'log-ins' : 'others', owner: address, isLast: hasFailed };
    return inLine(place, () => pool.run(task));
  }

  return {
    hash: async (password: string) => String(await inTurn({ password })),
    verify: async ({ password, hash }: { password: string; hash: string }) =>
      (await inTurn({ password, hash })) === true,
    close: () => pool.destroy(),
  };
}

/** Who asks where no request does. */
const nobody = { address: '', guessed: 'link', hasFailed: false } as const;
