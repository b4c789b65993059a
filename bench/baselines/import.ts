import { createReadStream } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { columns, writeSealedRows } from '../load/sealed-rows.ts';

const rowsInTransaction = 10_000;
const names = columns.map((column) => `"${column}"`).join(', ');

/** Prepared rows, one file per core, and the time for making them in milliseconds. */
export type SealedRows = { paths: string[]; ms: number };

/** Computes digests and seals on all cores: every import needs that. */
export async function sealRows({ rows, folder }: { rows: number; folder: string }): Promise<SealedRows> {
  const begun = performance.now();
  const parts = availableParallelism();
  const paths = Array.from({ length: parts }, (_, i) => join(folder, `part-${i}`));
  const share = (i: number) => Math.round((rows * i) / parts);
  await Promise.all(paths.map((path, i) => writeSealedRows({ path, from: share(i), to: share(i + 1) })));
  return { paths, ms: performance.now() - begun };
}

/**
 * Loads prepared rows with COPY (SQLite: plain batches). Returns the time in milliseconds, including their preparation.
 */
export async function baselineImport(url: string, { paths, ms }: SealedRows): Promise<number> {
  const begun = performance.now();
  if (url.startsWith('sqlite:')) await insertInto(url.slice('sqlite:'.length), paths);
  else await Promise.all(paths.map((path) => copyInto(url, path)));
  return ms + performance.now() - begun;
}

async function copyInto(url: string, path: string) {
  // The PostgreSQL server reads the file itself.
  await chmod(path, 0o644);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`copy "invitationCode" (${names}) from '${path}'`);
  await client.end();
}

async function insertInto(file: string, paths: string[]) {
  const db = new DatabaseSync(file);
  db.exec('pragma synchronous = full; pragma cache_size = -500000');
  const insert = db.prepare(
    `insert into "invitationCode" (${names}) values (${columns.map(() => '?').join(', ')})`,
  );
  let count = 0;
  db.exec('begin');
  for (const path of paths) {
    for await (const line of createInterface(createReadStream(path))) {
      insert.run(...line.split('\t'));
      if (++count % rowsInTransaction === 0) db.exec('commit; begin');
    }
  }
  db.exec('commit');
  db.close();
}
