import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { deriveKeys, digestOf, seal } from '@foyer/invitation-codes/seal';
import { secret, textOf } from './import-of-codes-rows.ts';

type Sealed = { codes: [digest: string, sealed: string][]; seconds: number };

/** Digests and seals the texts of so many rows, in a thread for each core, and says how long that took. */
export async function sealRows(rows: number): Promise<Sealed> {
  const threads = availableParallelism();
  const each = Math.ceil(rows / threads);
  const parts = await Promise.all(
    Array.from({ length: threads }, async (_, i) => {
      const range = { from: i * each, to: Math.min(rows, (i + 1) * each) };
      const [part] = await once(new Worker(import.meta.filename, { workerData: range }), 'message');
      return part as Sealed;
    }),
  );
  const seconds = Math.max(...parts.map((part) => part.seconds));
  return { codes: parts.flatMap(({ codes }) => codes), seconds };
}

if (!isMainThread) {
  const keys = deriveKeys(secret);
  const codes: Sealed['codes'] = [];
  const startedAt = performance.now();
  for (let row = workerData.from; row < workerData.to; row++) {
    const text = textOf(row);
    const digest = digestOf(keys, text);
    codes.push([digest, seal(keys, text, digest)]);
  }
  parentPort?.postMessage({ codes, seconds: (performance.now() - startedAt) / 1000 } satisfies Sealed);
}
