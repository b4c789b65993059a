import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { constants, setPriority } from 'node:os';

export type HashingTask = { password: string; hash?: string };

// On Linux the priority is per thread. A hash takes a core for 70 ms; requests of logged-in users come first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

// Better Auth's parameters: each can verify the other's hashes.
const options = { N: 16_384, r: 16, p: 1, maxmem: 128 * 16_384 * 16 * 2 };
const keyBytes = 64;

export default function hashing({ password, hash }: HashingTask): string | boolean {
  if (hash === undefined) {
    const salt = randomBytes(16).toString('hex');
    return `${salt}:${keyOf(password, salt).toString('hex')}`;
  }
  const [salt = '', key = ''] = hash.split(':');
  const kept = Buffer.from(key, 'hex');
  return kept.length === keyBytes && timingSafeEqual(keyOf(password, salt), kept);
}

function keyOf(password: string, salt: string): Buffer {
  return scryptSync(password.normalize('NFKC'), salt, keyBytes, options);
}
