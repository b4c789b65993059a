import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type EncodedBatch, encodeBatch } from '../stage/encoded-batch.ts';
import { type FileSyntax, isMalformed, type MalformedRow } from '../validate/values.ts';
import { type FileKeys, validateBatch } from './read.ts';
import type { RawBatch } from './split.ts';

/** Those who read batches, several at once. */
export type BatchReaders = AsyncDisposable & {
  /** How many batches they take at once. */
  width: number;
  read: (batch: RawBatch, writing: FileSyntax) => Promise<EncodedBatch | MalformedRow>;
};

/** Reads in this thread: what is small is read before another thread has started. */
export function readInThisThread(keys: FileKeys): BatchReaders {
  return {
    width: 1,
    read: async (batch, writing) => {
      const read = validateBatch(keys, batch, writing);
      return isMalformed(read) ? read : encodeBatch(read);
    },
    [Symbol.asyncDispose]: async () => {},
  };
}

/** Reads in as many threads as there are cores. */
export function readInThreads(keys: FileKeys): BatchReaders {
  const { digest, seal } = keys;
  const threads = Array.from({ length: availableParallelism() }, () => startThread({ digest, seal }));
  let turn = 0;
  return {
    // Each has a batch, and the next one waiting.
    width: 2 * threads.length,
    read: (batch, writing) => {
      const thread = threads[turn++ % threads.length];
      if (!thread) throw new Error('there is no thread');
      return thread.read(batch, writing);
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}

/** Left alone, each thread takes some 150 MB for what lives no longer than a batch. */
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 };

/** A thread answers in the order in which it was asked. */
function startThread(keys: FileKeys) {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    workerData: { keys },
    resourceLimits,
  });
  const asked: PromiseWithResolvers<EncodedBatch | MalformedRow>[] = [];
  worker.on('message', (answer: EncodedBatch | MalformedRow) => asked.shift()?.resolve(answer));
  worker.on('error', (error) => {
    for (const { reject } of asked.splice(0)) reject(error);
  });
  const read = (batch: RawBatch, writing: FileSyntax) => {
    const answer = Promise.withResolvers<EncodedBatch | MalformedRow>();
    asked.push(answer);
    worker.postMessage({ batch, writing }, [batch.bytes.buffer]);
    return answer.promise;
  };
  return { worker, read };
}
