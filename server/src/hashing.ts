import { type ChildProcess, fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { constants, setPriority } from 'node:os';
import { dirname, join } from 'node:path';

/** What is asked of the process that hashes: a hash of a password, or whether it has this hash. */
export type Job = { id: number; ask: { password: string } | { password: string; hash: string } };
export type Done = { id: number; result: string | boolean } | { id: number; error: string };

type Waiting = Job & {
  tries: number;
  resolve: (result: string | boolean) => void;
  reject: (e: Error) => void;
};

/** The process that hashes cannot live: it ends again and again, or cannot be begun. */
export class HashingEnds extends Error {
  constructor() {
    super('the process that hashes passwords ends again and again');
  }
}

/** How often a job is given to a process: one that ended before its answer may have ended for another reason. */
const mostTries = 3;

/** How long it waits before it begins another process, in milliseconds: twice as long after each that answered nothing. */
const pauseMs = { least: 50, most: 1000 };

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
  let pause: NodeJS.Timeout | null = null;
  let nextPauseMs = pauseMs.least;
  let lastId = 0;

  function send(job: Waiting) {
    job.tries++;
    try {
      child ??= begin();
      // With no file left to open, Node answers with a process that was never begun.
      if (!child.connected) throw new Error('the process that hashes passwords cannot be reached');
      // The server stays as long as somebody waits.
      child.channel?.ref();
      child.send({ id: job.id, ask: job.ask } satisfies Job, () => {});
    } catch {
      replace();
    }
  }

  function begin(): ChildProcess {
    const compiled = getCompileCacheDir();
    // Nothing of the server's environment but where compiled code is kept, each version's in a folder: it needs no secret.
    const begun = fork(join(import.meta.dirname, 'hashing-process.ts'), {
      env: {
        UV_THREADPOOL_SIZE: String(threads),
        NODE_COMPILE_CACHE: compiled && dirname(compiled),
      },
      execArgv: [],
    });
    const onEnd = () => {
      if (child === begun) replace();
    };
    begun.on('error', onEnd);
    begun.once('exit', onEnd);
    begun.on('message', (done: Done) => {
      nextPauseMs = pauseMs.least;
      finish(done);
    });
    begun.unref();
    // At once: its threads are made later, and take their priority from it.
    if (begun.pid !== undefined) lowerPriority(begun.pid);
    return begun;
  }

  function finish(done: Done) {
    const job = end(done.id);
    if ('error' in done) job?.reject(new Error(done.error));
    else job?.resolve(done.result);
  }

  function end(id: number): Waiting | undefined {
    const job = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) child?.channel?.unref();
    return job;
  }

  /** Gives the jobs of a process that has ended, or could not be begun, to a new one after a pause. */
  function replace() {
    child = null;
    for (const { id, tries } of waiting.values()) {
      if (tries >= mostTries) end(id)?.reject(new HashingEnds());
    }
    pause = setTimeout(goOn, nextPauseMs);
    if (waiting.size === 0) pause.unref();
    nextPauseMs = Math.min(nextPauseMs * 2, pauseMs.most);
  }

  function goOn() {
    pause = null;
    for (const job of waiting.values()) {
      // The first of them may have found that there is no process still.
      if (pause === null) send(job);
    }
  }

  return {
    ask: (ask: Job['ask']): Promise<string | boolean> =>
      new Promise((resolve, reject) => {
        const job = { id: ++lastId, ask, tries: 0, resolve, reject };
        waiting.set(job.id, job);
        if (pause) pause.ref();
        else send(job);
      }),
    /** The process as it is now. */
    pid: () => child?.pid,
  };
}

function lowerPriority(pid: number) {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Gone already, which its exit tells; or not permitted, and a hash at a high priority is better than none.
  }
}
