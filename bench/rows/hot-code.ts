import pg from 'pg';
import { type Code, sampleRedemption, scriptOf } from '../baselines/redemption-statements.ts';
import { makeCodes } from '../load/codes.ts';
import { redemptions } from '../load/redemptions.ts';
import type { Bench } from '../measure/bench.ts';
import { interleaveMedians } from '../measure/interleave.ts';
import { pgbench } from '../measure/pgbench.ts';
import { perSecond, rate } from '../measure/result.ts';

const clients = 64;
const seconds = 3;
const oneRow = 'update plain set n = n - 1 where id = 1;';

/** A code on television: everybody redeems the same one. */
export async function hotCode(bench: Bench) {
  await using place = await bench.place('postgres');
  const codes = await makeCodes(place.url, 1);
  await makePlainRow(place.url);
  // First with our own program, so that the code becomes hot.
  const byNode = await redemptions({ url: place.url, codes, clients, seconds });
  const redemption = await redemptionScript(place.url);
  const best = await bestClients(place.url);
  const medians = await interleaveMedians(5, {
    figure: () => pgbench(place.url, redemption, { clients, seconds }),
    limit: () => pgbench(place.url, oneRow, { clients: best, seconds }),
  });
  const work = `redemptions on one hot code, through pgbench with ${clients} clients, PostgreSQL`;
  const beside = `plain one-row UPDATE through pgbench with ${best} clients, the best of 1, 4, 16, 64`;
  const result = rate({ work, beside }, medians, { atLeast: 2.5 });
  return [{ ...result, figure: `${result.figure} (from one Node process: ${perSecond(byNode)})` }];
}

async function makePlainRow(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('create table plain (id integer primary key, n integer not null)');
  await client.query('insert into plain values (1, 1000000000)');
  await client.end();
}

async function redemptionScript(url: string): Promise<string> {
  const pool = new pg.Pool({ connectionString: url });
  const { rows } = await pool.query<Code>('select id, digest from "invitationCode"');
  const sample = await sampleRedemption(pool, rows[0] as Code);
  const counters = await pool.query<{ number: number }>('select "number" from "useCounter"');
  const script = scriptOf(sample, { clients, counters: counters.rows.length });
  await pool.end();
  return script;
}

/**
 * The number of clients for which the plain statement is fastest: each waits for the row until the one before commits.
 */
async function bestClients(url: string): Promise<number> {
  let best = { clients: 1, perSecond: 0 };
  for (const count of [1, 4, 16, 64]) {
    const perSecond = await pgbench(url, oneRow, { clients: count, seconds: 2 });
    if (perSecond > best.perSecond) best = { clients: count, perSecond };
  }
  return best.clients;
}
