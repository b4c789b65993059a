import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Database } from '../../database/src/open.ts';

export type DatabasePlace = { url: string };

/**
 * Reserves a place for a new, empty database.
 * @param server URL of a PostgreSQL, on which it becomes a new database
 */
export function newPlace(
  kind: Database['kind'],
  server: string | undefined,
): Promise<DatabasePlace & { remove: () => Promise<void> }> {
  return kind === 'sqlite' ? newSqlite() : newPostgres(server);
}

async function newSqlite() {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-sqlite-'));
  return {
    url: `sqlite:${join(folder, 'foyer.db')}`,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function newPostgres(server: string | undefined) {
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
