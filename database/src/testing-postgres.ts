import { startPostgres } from './testing-cluster.ts';
import { sowSeed } from './testing-seed.ts';
import { keepCompiledCode, workInMemory } from './testing-surroundings.ts';

// The runner's global setup: one real PostgreSQL for the whole run, unless TEST_DATABASE_URL names one.
let stop: (() => Promise<void>) | undefined;

export async function globalSetup() {
  sowSeed();
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
