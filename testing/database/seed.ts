import { createHash, randomInt } from 'node:crypto';

/** Chooses the seed of a whole run, unless SEED names it, and prints it: the same seed replays the run's chances. */
export function sowSeed() {
  process.env.SEED ||= String(randomInt(2 ** 31));
  process.stdout.write(`SEED=${process.env.SEED}\n`);
}

/**
 * Chances from 0 to below 1, in an order that the seed of the run decides.
 *
 * @param name tells them from those of other tests, so that one test alone replays as it did among all
 */
export function chancesOf(name: string): () => number {
  let count = 0;
  return () => {
    const digest = createHash('sha256').update(`${process.env.SEED} ${name} ${count++}`).digest();
    return digest.readUInt32BE() / 2 ** 32;
  };
}
