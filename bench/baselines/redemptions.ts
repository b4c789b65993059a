import { randomUUID } from 'node:crypto';
import { deriveKeys, digestOf } from '@foyer/invitation-codes/seal';
import pg from 'pg';
import { measureRate } from '../load/load.ts';
import { runInChildProcess } from '../measure/child-process.ts';
import { secret } from '../measure/foyer.ts';
import { type Code, insteadOf, sampleRedemption } from './redemption-statements.ts';

type Redemptions = { url: string; codes: string[]; clients: number; seconds: number };

/** The statements of `redeem` with the plain driver. Returns uses spent per second. */
export const baselineRedemptions = runInChildProcess(
  import.meta.url,
  async ({ url, codes, clients, seconds }: Redemptions): Promise<number> => {
    const pool = new pg.Pool({ connectionString: url, max: clients });
    const digests = codes.map((code) => digestOf(deriveKeys(secret), code));
    const find = 'select id, digest from "invitationCode" where digest = any($1)';
    const { rows } = await pool.query<Code>(find, [digests]);
    const sample = await sampleRedemption(pool, rows[0] as Code);
    let spent = 0;
    let isOver = false;
    const spend = async () => {
      while (!isOver) {
        const code = rows[Math.floor(Math.random() * rows.length)] as Code;
        const instead = insteadOf(sample, { code, redemptionId: randomUUID() });
        for (const [i, { sql, parameters }] of sample.statements.entries())
          await pool.query({ name: `of ${i}`, text: sql, values: parameters.map(instead) });
        spent++;
      }
    };
    const spending = Promise.all(Array.from({ length: clients }, spend));
    const perSecond = await measureRate(() => spent, seconds, spending);
    isOver = true;
    await spending;
    await pool.end();
    return perSecond;
  },
);
