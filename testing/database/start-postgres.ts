import { startPostgres } from './cluster.ts';
import { chooseSeed } from './seed.ts';
import { keepCompiledCode, workInMemory } from './test-environment.ts';

// Global setup of the test runner: one real PostgreSQL for the whole run, unless TEST_DATABASE_URL is set.
let stop: (() => Promise<void>) | undefined;

export async function globalSetup() {
  chooseSeed();
  keepCompiledCode();
  workInMemory();
  if (process.env.TEST_DATABASE_URL) return;
  const postgres = await startPostgres(['fsync=off']);
  process.env.TEST_DATABASE_URL = postgres.url;
  stop = postgres.stop;
}

export async function globalTeardown() {
  await stop?.();
}
