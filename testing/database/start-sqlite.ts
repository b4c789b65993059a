import { sowSeed } from './seed.ts';
import { keepCompiledCode, workInMemory } from './surroundings.ts';

// The runner's global setup of `npm run test:quick`: suites of both databases run on SQLite alone.
export function globalSetup() {
  sowSeed();
  keepCompiledCode();
  workInMemory();
  process.env.TEST_KINDS = 'sqlite';
}
