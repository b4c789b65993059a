import { parentPort, workerData } from 'node:worker_threads';
import { CardRefused } from './card.ts';
import { type CardsInput, writeCards } from './write-cards.ts';

export type CardsResult = { refusal: string | null; code: string | null };

async function result(): Promise<CardsResult> {
  try {
    await writeCards(workerData as CardsInput);
    return { refusal: null, code: null };
  } catch (error) {
    if (error instanceof CardRefused) return { refusal: error.message, code: null };
    if (error instanceof Error && 'code' in error && typeof error.code === 'string')
      return { refusal: error.message, code: error.code };
    throw error;
  }
}

parentPort?.postMessage(await result());
