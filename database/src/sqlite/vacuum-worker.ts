import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import type { VacuumTask } from './vacuum-task.ts';

/** How long to wait for readers and writers, in milliseconds. A logout waits for the emptied log. */
const timeoutMs = { 'empty log': 200, rewrite: 10_000 };

// Build the new file next to the old one: same disk, never in memory.
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
    return false;
  }
}
