import { afterEach } from 'node:test';

type Cleanup = () => Promise<void>;

/** What is added here is done after the test that added it. */
export function afterThisTest(): (cleanup: Cleanup) => void {
  let cleanups: Cleanup[] = [];
  afterEach(async () => {
    const all = cleanups;
    cleanups = [];
    for (const clean of all) await clean();
  });
  return (cleanup) => cleanups.push(cleanup);
}
