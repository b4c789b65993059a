import { chooseSeed } from './seed.ts';
import { keepCompiledCode, workInMemory } from './test-environment.ts';

// Global setup of `npm run test:quick`: suites run on SQLite only.
export function globalSetup() {
  chooseSeed();
  keepCompiledCode();
  workInMemory();
  process.env.TEST_KINDS = 'sqlite';
}
