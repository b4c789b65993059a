import { createHash, randomInt } from 'node:crypto';

/** Chooses and prints the seed of a run, unless SEED is set. The same seed repeats the random numbers. */
export function chooseSeed() {
  process.env.SEED ||= String(randomInt(2 ** 31));
  process.stdout.write(`SEED=${process.env.SEED}\n`);
}

/**
 * Random numbers from 0 to below 1 that depend on the seed.
 * @param name separates them from those of other tests, so that a single test repeats its own
 */
export function chancesOf(name: string): () => number {
  let count = 0;
  return () => {
    const digest = createHash('sha256').update(`${process.env.SEED} ${name} ${count++}`).digest();
    return digest.readUInt32BE() / 2 ** 32;
  };
}
