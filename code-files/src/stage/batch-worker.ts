import { parentPort, workerData } from 'node:worker_threads';
import type { RawBatch } from '../read/split.ts';
import { type FileSyntax, isMalformed } from '../validate/parse-batch.ts';
import { validateBatch } from '../validate/validate-batch.ts';
import { encodeBatch } from './encoded-batch.ts';

// The keys come as handles of this process, not as bytes.
parentPort?.on('message', ({ batch, syntax }: { batch: RawBatch; syntax: FileSyntax }) => {
  const rows = validateBatch(workerData.keys, batch, syntax);
  if (isMalformed(rows)) return parentPort?.postMessage(rows);
  const encoded = encodeBatch(rows);
  parentPort?.postMessage(encoded, [encoded.digestPrefixes.buffer]);
});
