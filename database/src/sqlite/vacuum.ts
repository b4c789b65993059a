import { statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Upkeep } from '../upkeep.ts';
import type { VacuumTask } from './vacuum-task.ts';

/**
 * Keeps what was deleted out of a database file. `secure_delete` overwrites deleted rows where they lie, but the
 * write-ahead log has copies until it is emptied, and SQLite leaves a few behind when it moves rows between pages.
 */
export function sqliteVacuum(file: string): Upkeep & { close: () => Promise<void> } {
  const waiting = new Map<number, (isDone: boolean) => void>();
  let worker: Worker | null = null;
  let lastId = 0;

  function begin(): Worker {
    const begun = new Worker(new URL('./vacuum-worker.ts', import.meta.url), { workerData: { file } });
    begun.on('message', ({ id, isDone }: { id: number; isDone: boolean }) => answer(id, isDone));
    const end = () => {
      if (worker === begun) worker = null;
      for (const id of waiting.keys()) answer(id, false);
    };
    begun.once('error', end);
    begun.once('exit', end);
    return begun;
  }

  function answer(id: number, isDone: boolean) {
    waiting.get(id)?.(isDone);
    waiting.delete(id);
    if (waiting.size === 0) worker?.unref();
  }

  function ask(task: VacuumTask['task']): Promise<boolean> {
    worker ??= begin();
    // The process stays as long as somebody waits.
    worker.ref();
    const id = ++lastId;
    worker.postMessage({ id, task } satisfies VacuumTask);
    return new Promise((resolve) => waiting.set(id, resolve));
  }

  return {
    emptyLog: () => ask('empty log'),
    rewrite: async () => {
      const { needed, free } = await spaceForVacuum(file);
      if (free < needed) return 'no room';
      return (await ask('rewrite')) ? 'done' : 'busy';
    },
    close: async () => {
      await worker?.terminate();
    },
  };
}

/**
 * How many bytes a rewriting takes beside a file, and how many are free on its disk: up to twice its size, for the new file and
 * for the log that carries it over.
 */
export async function spaceForVacuum(file: string): Promise<{ needed: number; free: number }> {
  const { bavail, bsize } = await statfs(dirname(file));
  return { needed: 2.2 * statSync(file).size, free: bavail * bsize };
}
