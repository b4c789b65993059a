import { parentPort, workerData } from 'node:worker_threads';
import { packRows } from '../stage/encoded-batch.ts';
import { isBroken, type Writing } from '../validate/values.ts';
import { readBatch } from './read.ts';
import type { RawBatch } from './split.ts';

// A thread that reads batches. The keys come as handles of the process, not as bytes.
parentPort?.on('message', ({ batch, writing }: { batch: RawBatch; writing: Writing }) => {
  const read = readBatch(workerData.keys, batch, writing);
  if (isBroken(read)) return parentPort?.postMessage(read);
  const packed = packRows(read);
  parentPort?.postMessage(packed, [packed.heads.buffer]);
});
