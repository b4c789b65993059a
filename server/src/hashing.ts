import { type ChildProcess, fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';

/** What is asked of the process that hashes: a hash of a password, or whether it has this hash. */
export type Job = { id: number; ask: { password: string } | { password: string; hash: string } };
export type Done = { id: number; result: string | boolean } | { id: number; error: string };

type Waiting = Job & {
  tries: number;
  resolve: (result: string | boolean) => void;
  reject: (e: Error) => void;
};

/** How often a job is given to a process: one that ended before its answer may have ended for another reason. */
const mostTries = 3;

/**
 * A process that hashes, begun when it is first asked, and again when it has ended. It has a low priority: a hash
 * takes a whole core for a tenth of a second, and whoever is signed in must not wait for it. Not the lowest, so that it has a
 * tenth of a busy core still.
 *
 * @param threads how many hashes it makes at a time
 */
export function openHashing(threads: number) {
  const waiting = new Map<number, Waiting>();
  let child: ChildProcess | null = null;
  let lastId = 0;

  function begin(): ChildProcess {
    // Nothing of the server's environment: it needs no secret.
    const begun = fork(join(import.meta.dirname, 'hashing-process.ts'), {
      env: { UV_THREADPOOL_SIZE: String(threads) },
      execArgv: [],
    });
    // At once: its threads are made later, and take their priority from it.
    if (begun.pid !== undefined) setPriority(begun.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    begun.unref();
    begun.on('message', finish);
    begun.once('error', () => replace(begun));
    begun.once('exit', () => replace(begun));
    return begun;
  }

  function send(job: Waiting) {
    child ??= begin();
    job.tries++;
    // The server stays as long as somebody waits.
    child.channel?.ref();
    child.send({ id: job.id, ask: job.ask } satisfies Job, () => {});
  }

  function finish(done: Done) {
    const job = waiting.get(done.id);
    waiting.delete(done.id);
    if (waiting.size === 0) child?.channel?.unref();
    if ('error' in done) job?.reject(new Error(done.error));
    else job?.resolve(done.result);
  }

  /** Gives the jobs of a process that has ended to a new one. */
  function replace(ended: ChildProcess) {
    if (child !== ended) return;
    child = null;
    for (const job of waiting.values()) {
      if (job.tries < mostTries) send(job);
      else finish({ id: job.id, error: 'the process that hashes passwords ends again and again' });
    }
  }

  return {
    ask: (ask: Job['ask']): Promise<string | boolean> =>
      new Promise((resolve, reject) => {
        const job = { id: ++lastId, ask, tries: 0, resolve, reject };
        waiting.set(job.id, job);
        send(job);
      }),
    /** The process as it is now. */
    pid: () => child?.pid,
  };
}
