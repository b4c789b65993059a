import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

// Runs in a thread of its own: rewriting a file takes a while, and people go on chatting meanwhile.
const database = new DatabaseSync(workerData.file, { timeout: workerData.patienceMs });
database.exec('PRAGMA secure_delete = ON');
database.exec('PRAGMA temp_store = MEMORY');
database.exec('VACUUM');
const [checkpoint] = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
database.close();
parentPort?.postMessage(checkpoint?.busy === 0);
