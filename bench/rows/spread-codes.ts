import { baselineRedemptions } from '../baselines/redemptions.ts';
import { makeCodes } from '../load/codes.ts';
import { redemptions } from '../load/redemptions.ts';
import type { Bench } from '../measure/bench.ts';
import { interleaveMedians } from '../measure/interleave.ts';
import { rate } from '../measure/result.ts';

const clients = 64;

/** One code per invitation: hardly two people redeem the same one at a time. */
export async function spreadCodes(bench: Bench) {
  await using place = await bench.place('postgres');
  const codes = await makeCodes(place.url, 10_000, 500);
  const load = { url: place.url, codes, clients, seconds: 3 };
  const medians = await interleaveMedians(3, {
    figure: () => redemptions(load),
    limit: () => baselineRedemptions(load),
  });
  const work = `redemptions spread over ${codes.length} codes, ${clients} clients, PostgreSQL`;
  return [rate({ work, beside: 'the same statements bare through pg' }, medians, { atLeast: 0.8 })];
}
