import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import { openHashing } from './hashing.ts';

/** How many passwords are hashed at a time: more would only share the processors, and 32 MB each. */
const hashesAtATime = availableParallelism();

const line = pLimit(hashesAtATime);
const hashing = openHashing(hashesAtATime);

/** Better Auth's own hashing, in a line and in a process of its own. */
export const passwords = {
  hash: async (password: string) => String(await line(() => hashing.ask({ password }))),
  verify: async (given: { hash: string; password: string }) =>
    (await line(() => hashing.ask({ password: given.password, hash: given.hash }))) === true,
};
