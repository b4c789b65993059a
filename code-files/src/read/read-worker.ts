import { parentPort, workerData } from 'node:worker_threads';
import { encodeBatch } from '../stage/encoded-batch.ts';
import { type FileSyntax, isMalformed } from '../validate/values.ts';
import { validateBatch } from './read.ts';
import type { RawBatch } from './split.ts';

// A thread that reads batches. The keys come as handles of the process, not as bytes.
parentPort?.on('message', ({ batch, writing }: { batch: RawBatch; writing: FileSyntax }) => {
  const read = validateBatch(workerData.keys, batch, writing);
  if (isMalformed(read)) return parentPort?.postMessage(read);
  const packed = encodeBatch(read);
  parentPort?.postMessage(packed, [packed.heads.buffer]);
});
