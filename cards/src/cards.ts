import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { CardRefused } from './card.ts';
import type { CardsResult } from './worker.ts';
import type { CardsInput } from './write-cards.ts';

export { type Card, CardRefused, type House } from './card.ts';
export type { CardsForm } from './write-cards.ts';

/** More would take minutes, and make a file that no printer likes. */
export const maxCards = 10_000;

/**
 * Writes cards into a new PDF file that only its owner can read, in a thread of its own: a card takes milliseconds. Leaves
 * no file when it fails. Throws `CardRefused` for a text that cannot be printed, or a file that cannot be written.
 */
export async function printCards(input: CardsInput, signal?: AbortSignal): Promise<void> {
  if (input.cards.length > maxCards) throw new CardRefused(`at most ${maxCards} cards fit into one file`);
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: input });
  let isOurs = false;
  try {
    const answered = once(worker, 'message', { signal }) as Promise<[CardsResult]>;
    const [{ refusal, code }] = await answered;
    isOurs = code !== 'EEXIST';
    if (code === 'EEXIST') throw new CardRefused(`${input.file} exists already`);
    if (code !== null) throw new CardRefused(`${input.file} cannot be written: ${code}`);
    if (refusal !== null) throw new CardRefused(refusal);
  } catch (error) {
    await worker.terminate();
    if (isOurs || signal?.aborted) await rm(input.file, { force: true });
    throw error;
  }
  await worker.terminate();
}
