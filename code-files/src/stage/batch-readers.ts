import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { RawBatch } from '../read/split.ts';
import { type FileSyntax, isMalformed, type MalformedRow } from '../validate/parse-batch.ts';
import { type FileKeys, validateBatch } from '../validate/validate-batch.ts';
import { type EncodedBatch, encodeBatch } from './encoded-batch.ts';

export type BatchReaders = AsyncDisposable & {
  width: number;
  read: (batch: RawBatch, syntax: FileSyntax) => Promise<EncodedBatch | MalformedRow>;
};

export function readInThisThread(keys: FileKeys): BatchReaders {
  return {
    width: 1,
    read: async (batch, syntax) => {
      const rows = validateBatch(keys, batch, syntax);
      return isMalformed(rows) ? rows : encodeBatch(rows);
    },
    [Symbol.asyncDispose]: async () => {},
  };
}

export function readInThreads(keys: FileKeys): BatchReaders {
  const { digest, seal } = keys;
  const threads = Array.from({ length: availableParallelism() }, () => startThread({ digest, seal }));
  let next = 0;
  return {
    width: 2 * threads.length,
    read: (batch, syntax) => {
      const thread = threads[next++ % threads.length];
      if (!thread) throw new Error('there is no thread');
      return thread.read(batch, syntax);
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}

/** Without limits each thread takes about 150 MB for objects that live only as long as a batch. */
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 };

function startThread(keys: FileKeys) {
  const worker = new Worker(new URL('./batch-worker.ts', import.meta.url), {
    workerData: { keys },
    resourceLimits,
  });
  const waiting: PromiseWithResolvers<EncodedBatch | MalformedRow>[] = [];
  worker.on('message', (answer: EncodedBatch | MalformedRow) => waiting.shift()?.resolve(answer));
  worker.on('error', (error) => {
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  const read = (batch: RawBatch, syntax: FileSyntax) => {
    const answer = Promise.withResolvers<EncodedBatch | MalformedRow>();
    waiting.push(answer);
    worker.postMessage({ batch, syntax }, [batch.bytes.buffer]);
    return answer.promise;
  };
  return { worker, read };
}
