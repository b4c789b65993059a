import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '@foyer/database';
import { redeem } from '../../invitation-codes/src/redemption/redeem.ts';

/** Visits in a thread of its own, with its own cache of the code's shards. */
export type Visits = {
  url: string;
  digest: string;
  /** The end of each visit, in order. */
  ends: ('in' | 'undone')[];
  atOnce: number;
};

export type Visited = { admitted: number; refused: number; undone: number; retried: number };

class Undone extends Error {}

const { url, digest, ends, atOnce } = workerData as Visits;
const { db, events, close } = openDatabase(url, { poolSize: atOnce });
const visited: Visited = { admitted: 0, refused: 0, undone: 0, retried: 0 };
events.on('retried', () => visited.retried++);
let next = 0;
const queue = async () => {
  for (let end = ends[next++]; end; end = ends[next++]) visited[await visit(end)]++;
};
await Promise.all(Array.from({ length: atOnce }, queue));
await close();
parentPort?.postMessage(visited);

async function visit(end: 'in' | 'undone'): Promise<'admitted' | 'refused' | 'undone'> {
  const coming = db.transaction().execute(async () => {
    if (!(await redeem(db, { digest, kind: 'login', entry: 'guest' }, 500))) return 'refused';
    if (end === 'undone') throw new Undone();
    return 'admitted';
  });
  return coming.catch((error) => {
    if (error instanceof Undone) return 'undone';
    throw error;
  });
}
