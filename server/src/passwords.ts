import { availableParallelism } from 'node:os';
import { troubleOf } from '@foyer/database';
import pLimit from 'p-limit';
import { type Job, openHashing } from './hashing.ts';

/** How many passwords are hashed at a time: more would only share the processors, and 32 MB each. */
const hashesAtATime = availableParallelism();
/** How many may wait: a processor hashes about eleven a second, and nobody is to wait much longer than that many tens. */
const mostWaiting = 100 * hashesAtATime;

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
  return line(() => hashing.ask(ask));
}
