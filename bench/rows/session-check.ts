import { startSessionCheck } from '../baselines/session-check.ts';
import { load } from '../load/load.ts';
import { signIn } from '../load/people.ts';
import { type Bench, nameOf, onBoth } from '../measure/bench.ts';
import { startFoyer } from '../measure/foyer.ts';
import { interleaveMedians } from '../measure/interleave.ts';
import { rate } from '../measure/result.ts';

const clients = 32;

/** The cost of finding the user of a request: every page begins with it. */
export function sessionCheck(bench: Bench) {
  return onBoth(async (kind) => {
    await using place = await bench.place(kind);
    await using foyer = await startFoyer(place.url);
    const cookie = await signIn(foyer.origin, { type: 'register' });
    await using peer = await startSessionCheck({ url: place.url });
    const checks = (origin: string) =>
      load({ origins: [origin], request: { type: 'be known', cookie }, clients, seconds: 3 });
    const medians = await interleaveMedians(3, {
      figure: () => checks(foyer.origin),
      limit: () => checks(peer.answer),
    });
    const work = `session checks of a member (GET /api/access), ${clients} clients, ${nameOf[kind]}`;
    const beside = 'signed cookie and one SELECT, no cache, behind the same log and headers';
    return rate({ work, beside }, medians, { atLeast: 0.5 });
  });
}
