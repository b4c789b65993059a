import { sowSeed } from './seed.ts';
import { keepCompiledCode, workInMemory } from './surroundings.ts';

// Global setup of `npm run test:quick`: suites run on SQLite only.
export function globalSetup() {
  sowSeed();
  keepCompiledCode();
  workInMemory();
  process.env.TEST_KINDS = 'sqlite';
}
