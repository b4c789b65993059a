import { availableParallelism } from 'node:os';
import { troubleOf } from '@foyer/database';
import { openFairLine } from './fair-line.ts';
import { HashingEnds, type Job, openHashing } from './hashing.ts';
import { caller } from './rate-limits/caller.ts';

/** How many passwords are hashed at a time: more would only share the processors, and 32 MB each. */
const hashesAtATime = availableParallelism();
/** How many may wait in a line: a processor that has nothing else to do hashes eleven a second. */
const mostWaiting = 50 * hashesAtATime;

const inLine = openFairLine({ width: hashesAtATime, most: mostWaiting });
const hashing = openHashing(hashesAtATime);

/**
 * Better Auth's own hashing, in a process of its own, and in two lines that are fair by address: one of log-ins, which
 * anybody can send, and one of those who have brought a code, a link or a session.
 */
export const passwords = {
  hash: async (password: string) => String(await inTurn({ password })),
  verify: async (given: { hash: string; password: string }) =>
    (await inTurn({ password: given.password, hash: given.hash })) === true,
};

async function inTurn(ask: Job['ask']): Promise<string | boolean> {
  const { address, guessed, hasFailed } = caller.getStore() ?? {
    address: '',
    guessed: 'link',
    hasFailed: false,
  };
  const place = { line: guessed === 'password' ? 'log-ins' : 'others', owner: address, isLast: hasFailed };
  try {
    return await inLine(place, () => hashing.ask(ask));
  } catch (error) {
    throw error instanceof HashingEnds ? troubleOf('overloaded', error) : error;
  }
}
