import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { openDatabase } from '@foyer/database';
import { migrate } from '@foyer/database/migrate';
import { checkImport, writeImport } from '@foyer/invitation-codes/import-codes';
import { deriveKeys } from '@foyer/invitation-codes/seal';
import { copyRows } from './import-of-codes-copy.ts';
import { fileLine, fileOf, secret } from './import-of-codes-rows.ts';
import { sealRows } from './import-of-codes-seal.ts';

export type Asked = { rows: number; url: string; folder: string };

/** What a piece of work took. */
type Took = { seconds: number; peakBytes: number };

const works = {
  /** Writes the file, and makes the tables. */
  async prepare({ rows, url, folder }: Asked) {
    const file = createWriteStream(fileOf(folder));
    for (let row = 0; row < rows; row++) if (!file.write(fileLine(row))) await once(file, 'drain');
    await finished(file.end());
    const database = openDatabase(url);
    await migrate(database);
    await database.close();
    return 0;
  },
  async import({ url, folder, rows }: Asked) {
    const { db, close } = openDatabase(url);
    const startedAt = performance.now();
    using checked = await checkImport(db, deriveKeys(secret), fileOf(folder), { mostNamed: 100 });
    await writeImport(db, checked, Date.now());
    const seconds = (performance.now() - startedAt) / 1000;
    if (checked.totals.new !== rows) throw new Error(`not ${rows} codes are new`);
    await close();
    return seconds;
  },
  async limit({ rows, url, folder }: Asked) {
    const { codes, seconds } = await sealRows(rows);
    return seconds + (await copyRows({ codes, url, folder }));
  },
};

/** Does one piece of work in a process of its own, so that its memory is its own too. */
export async function apart(work: keyof typeof works, asked: Asked): Promise<Took> {
  const child = fork(import.meta.filename, [], { env: { ...process.env, NODE_ENV: 'production' } });
  child.send({ work, asked });
  const ended = once(child, 'exit').then(() => [null]);
  const [took] = await Promise.race([once(child, 'message'), ended]);
  if (took === null) throw new Error(`${work} ended without an answer`);
  await ended;
  return took;
}

if (import.meta.main) {
  process.once('message', async ({ work, asked }: { work: keyof typeof works; asked: Asked }) => {
    const seconds = await works[work](asked);
    const took: Took = { seconds, peakBytes: process.resourceUsage().maxRSS * 1024 };
    process.send?.(took, () => process.disconnect());
  });
}
