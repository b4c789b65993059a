import { openDatabase } from '@foyer/database';
import { redeem } from '@foyer/invitation-codes/redeem';
import { deriveKeys, digestOf } from '@foyer/invitation-codes/seal';
import { runInChildProcess } from '../measure/child-process.ts';
import { secret } from '../measure/foyer.ts';
import { measureRate } from './load.ts';

type Redemptions = { url: string; codes: string[]; clients: number; seconds: number };

/** Spends uses without a pause, each client on its own connection. Returns uses per second. */
export const redemptions = runInChildProcess(
  import.meta.url,
  async ({ url, codes, clients, seconds }: Redemptions): Promise<number> => {
    const database = openDatabase(url, { poolSize: clients, keepsStatements: true });
    const digests = codes.map((code) => digestOf(deriveKeys(secret), code));
    let spent = 0;
    let isOver = false;
    const spend = async () => {
      while (!isOver) {
        const digest = digests[Math.floor(Math.random() * digests.length)] ?? '';
        if (!(await redeem(database.db, { digest, kind: 'login', entry: 'guest' }, Date.now())))
          throw new Error('a code with uses left was refused');
        spent++;
      }
    };
    const spending = Promise.all(Array.from({ length: clients }, spend));
    const perSecond = await measureRate(() => spent, seconds, spending);
    isOver = true;
    await spending;
    await database.close();
    return perSecond;
  },
);
