import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe } from 'node:test';
import pg from 'pg';
import { migrate } from './migrate.ts';
import { type Database, openDatabase } from './open.ts';

export { freePort } from './free-port.ts';
export { startPostgres } from './testing-cluster.ts';
export { conflictsMet, injectConflicts } from './testing-conflicts.ts';
export { smallDisk } from './testing-disk.ts';
export { type Line, startLine } from './testing-line.ts';
export { startPgbouncer } from './testing-pgbouncer.ts';
export { chancesOf } from './testing-seed.ts';

/** A place for one database, empty at first and gone at the end of the suite. */
export type DatabasePlace = { url: string };

/**
 * Runs a suite on SQLite and on PostgreSQL.
 *
 * @param suite gets the kind, a function that opens a new migrated database, and one that only gives a place for it
 */
export function onEveryDatabase(
  suite: (on: {
    kind: Database['kind'];
    open: () => Promise<Database & DatabasePlace>;
    place: () => Promise<DatabasePlace>;
  }) => void,
) {
  for (const kind of ['sqlite', 'postgres'] as const) {
    describe(kind, () => {
      const endings: (() => Promise<void>)[] = [];
      after(async () => {
        for (const end of endings.reverse()) await end();
      });
      const place = async () => {
        const { url, remove } = await (kind === 'sqlite' ? newSqlite() : newPostgres());
        endings.push(remove);
        return { url };
      };
      const open = async () => {
        const { url } = await place();
        const database = openDatabase(url);
        endings.push(database.close);
        await migrate(database);
        return { ...database, url };
      };
      suite({ kind, open, place });
    });
  }
}

async function newSqlite() {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-sqlite-'));
  return {
    url: `sqlite:${join(folder, 'foyer.db')}`,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function newPostgres() {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error('TEST_DATABASE_URL is not set: run the tests by `npm run test:suites`');
  const name = `foyer_${randomBytes(8).toString('hex')}`;
  const administer = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await administer(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, remove: () => administer(`drop database ${name} with (force)`) };
}
