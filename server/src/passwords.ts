import { availableParallelism } from 'node:os';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import pLimit from 'p-limit';

/**
 * How many passwords are hashed at a time: no more than can be, and one fewer than Node's four threads for such work. A
 * hash takes one for a tenth of a second, and on one of them the cookie of everybody who is signed in is checked, too.
 */
const hashesAtATime = Math.min(3, availableParallelism());

const line = pLimit(hashesAtATime);

/** Better Auth's own hashing, in a line. */
export const passwords = {
  hash: (password: string) => line(() => hashPassword(password)),
  verify: (given: { hash: string; password: string }) => line(() => verifyPassword(given)),
};
