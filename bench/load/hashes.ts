import { availableParallelism } from 'node:os';
import { hashPassword } from 'better-auth/crypto';
import { runInChildProcess } from '../measure/child-process.ts';
import { measureRate } from './load.ts';

/** Hashes passwords on all cores in a child process. Returns hashes per second. */
export const hashes = runInChildProcess(
  import.meta.url,
  async ({ seconds }: { seconds: number }): Promise<number> => {
    let hashed = 0;
    let isOver = false;
    const hash = async () => {
      while (!isOver) {
        await hashPassword('quiet-harbour-lantern');
        hashed++;
      }
    };
    const hashing = Promise.all(Array.from({ length: availableParallelism() }, hash));
    const perSecond = await measureRate(() => hashed, seconds, hashing);
    isOver = true;
    await hashing;
    return perSecond;
  },
);
