import { randomInt } from 'node:crypto';

/** One of a code's counters. */
export type Shard = { codeId: string; number: number };

type Known = { codeId: string; count: number; next: number };

/** Codes that had counters when they were last seen here, by their digests: what to try first, and nothing more. */
const known = new Map<string, Known>();

/** The counter to try for a code that had some: each in its turn, so that people who come here by one code hardly meet. */
export function nextShard(digest: string): Shard | null {
  const code = known.get(digest);
  if (!code) return null;
  const number = code.next;
  code.next = (number + 1) % code.count;
  return { codeId: code.codeId, number };
}

/** Remembers that a code has so many counters. */
export function rememberShards(digest: string, { codeId, count }: Omit<Known, 'next'>) {
  if (known.size >= 1000) known.clear();
  // Other processes take their turns too: each begins somewhere else.
  known.set(digest, { codeId, count, next: randomInt(count) });
}

/** Forgets that a code has counters: one was missing, or on its last use. */
export function forgetShards(digest: string) {
  known.delete(digest);
}
