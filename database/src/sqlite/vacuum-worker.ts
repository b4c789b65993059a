import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import type { VacuumTask } from './vacuum-task.ts';

// A thread of its own: people go on chatting while it waits for others, or rewrites.

/** How long it waits for those who read or write, in milliseconds. A logout waits for the emptied log. */
const timeoutMs = { 'empty log': 200, rewrite: 10_000 };

// Where the new file is built: beside the old one, on the same disk, and never in memory.
process.env.SQLITE_TMPDIR = dirname(workerData.file);
const database = new DatabaseSync(workerData.file);
database.exec('PRAGMA secure_delete = ON');
database.exec('PRAGMA temp_store = FILE');

parentPort?.on('message', ({ id, task }: VacuumTask) => {
  parentPort?.postMessage({ id, isDone: isDone(task) });
});

function isDone(task: VacuumTask['task']): boolean {
  try {
    database.exec(`PRAGMA busy_timeout = ${timeoutMs[task]}`);
    if (task === 'rewrite') database.exec('VACUUM');
    const [checkpoint] = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
    return checkpoint?.busy === 0;
  } catch {
    // Others read or write for longer than it waits, or the disk is full.
    return false;
  }
}
