import { hashes } from '../load/hashes.ts';
import { load } from '../load/load.ts';
import { type Bench, nameOf, onBoth } from '../measure/bench.ts';
import { startFoyer } from '../measure/foyer.ts';
import { interleaveMedians } from '../measure/interleave.ts';
import { rate } from '../measure/result.ts';

const clients = 16;
const seconds = 3;

/** A registration is one password hash and little else. */
export function registrations(bench: Bench) {
  return onBoth(async (kind) => {
    await using place = await bench.place(kind);
    await using foyer = await startFoyer(place.url);
    const medians = await interleaveMedians(3, {
      figure: () => load({ origins: [foyer.origin], request: { type: 'register' }, clients, seconds }),
      limit: () => hashes({ seconds }),
    });
    const work = `registrations, ${clients} clients, ${nameOf[kind]}`;
    return rate({ work, beside: 'the bare password hash on the same cores' }, medians, { atLeast: 0.9 });
  });
}
