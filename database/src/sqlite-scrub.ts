import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

/** Up to this size a file is rewritten at once, in a fraction of a second; a larger one at the start, and now and then. */
const promptBytes = 64 * 1024 * 1024;
const largeEveryMs = 60 * 60 * 1000;
/** How long a rewriting waits for those who write or read, in milliseconds. */
const patienceMs = 2000;

/** Rewrites a database file so that what was deleted is in no byte of it. */
export type Scrubber = {
  /** After a deletion: rewrites now, or owes it. Answers whether nothing is owed any more. */
  scrub: () => Promise<boolean>;
  /** Does what is owed, of a large file once an hour. */
  scrubIfOwed: () => Promise<boolean>;
};

/**
 * `secure_delete` overwrites deleted rows where they lie, but SQLite also leaves copies behind when it moves rows
 * between pages, and the write-ahead log has all of them. `VACUUM` builds the file anew, and a truncating checkpoint
 * empties the log.
 */
export function sqliteScrubber(file: string): Scrubber {
  // Whoever ran before may have been killed between a deletion and its rewriting.
  let isOwed = true;
  let rewrittenAt = 0;
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;

  const rewrite = async () => {
    next = null;
    isOwed = false;
    if (await runWorker(file)) rewrittenAt = Date.now();
    else isOwed = true;
  };
  // A deletion during a rewriting takes another one; all that come meanwhile share it.
  const rewriteNext = () => {
    next ??= running.then(() => {
      running = rewrite();
      return running;
    });
    return next;
  };

  const scrub = async () => {
    isOwed = true;
    if (statSync(file).size <= promptBytes) await rewriteNext();
    return !isOwed;
  };
  const scrubIfOwed = async () => {
    const isSmall = statSync(file).size <= promptBytes;
    if (isOwed && (isSmall || Date.now() - rewrittenAt >= largeEveryMs)) await rewriteNext();
    return !isOwed;
  };
  return { scrub, scrubIfOwed };
}

/** Whether the file was rewritten and the log emptied; a reader or a writer may have stood in the way. */
function runWorker(file: string): Promise<boolean> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./sqlite-scrub-worker.ts', import.meta.url), {
      workerData: { file, patienceMs },
    });
    worker.once('message', resolve);
    worker.once('error', () => resolve(false));
    worker.once('exit', () => resolve(false));
  });
}
