import { availableParallelism } from 'node:os';
import { troubleOf } from '@foyer/database';
import pLimit from 'p-limit';
import { HashingEnds, type Job, openHashing } from './hashing.ts';

/** How many passwords are hashed at a time: more would only share the processors, and 32 MB each. */
const hashesAtATime = availableParallelism();
/** How many may wait: a processor that has nothing else to do hashes eleven a second. */
const mostWaiting = 50 * hashesAtATime;

const line = pLimit(hashesAtATime);
const hashing = openHashing(hashesAtATime);

/** Better Auth's own hashing, in a line and in a process of its own. Whoever would wait too long for it is told to come again. */
export const passwords = {
  hash: async (password: string) => String(await inLine({ password })),
  verify: async (given: { hash: string; password: string }) =>
    (await inLine({ password: given.password, hash: given.hash })) === true,
};

async function inLine(ask: Job['ask']): Promise<string | boolean> {
  if (line.pendingCount >= mostWaiting)
    throw troubleOf('overloaded', new Error('too long a line of passwords'));
  try {
    return await line(() => hashing.ask(ask));
  } catch (error) {
    throw error instanceof HashingEnds ? troubleOf('overloaded', error) : error;
  }
}
