import { once } from 'node:events';
import { open, rm } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { CardRefused } from './card.ts';
import type { CardsResult } from './worker.ts';
import type { CardsInput } from './write-cards.ts';

export { type Card, CardRefused, type House } from './card.ts';
export { type CardsForm, refuseNote } from './write-cards.ts';

export const maxCards = 10_000;

/**
 * Writes cards into a new PDF file that only its owner can read, in a thread of its own: a card takes milliseconds. Leaves
 * no file when it fails. Throws `CardRefused` for a text that cannot be printed, or a file that cannot be written.
 */
export async function printCards(input: CardsInput, signal?: AbortSignal): Promise<void> {
  if (input.cards.length > maxCards) throw new CardRefused(`at most ${maxCards} cards fit into one file`);
  // Created here: only a file of our own may be removed.
  await createFile(input.file);
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: input });
  try {
    const answered = once(worker, 'message', { signal }) as Promise<[CardsResult]>;
    const [{ refusal, code }] = await answered;
    if (code !== null) throw new CardRefused(`${input.file} cannot be written: ${code}`);
    if (refusal !== null) throw new CardRefused(refusal);
  } catch (error) {
    await worker.terminate();
    await rm(input.file, { force: true });
    throw error;
  }
  await worker.terminate();
}

async function createFile(file: string): Promise<void> {
  try {
    await (await open(file, 'wx', 0o600)).close();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw new CardRefused(
      code === 'EEXIST' ? `${file} exists already` : `${file} cannot be written: ${code}`,
    );
  }
}
