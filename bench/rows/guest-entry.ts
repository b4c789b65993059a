import { startBetterAuth } from '../baselines/better-auth.ts';
import { makeCodes } from '../load/codes.ts';
import { load } from '../load/load.ts';
import { type Bench, type Kind, nameOf, onBoth } from '../measure/bench.ts';
import { startFoyer } from '../measure/foyer.ts';
import { interleaveMedians } from '../measure/interleave.ts';
import { rate } from '../measure/result.ts';

const clients = 32;
const seconds = 3;

/** The cost of a guest entry compared with an anonymous sign-in without a code. */
export function guestEntry(bench: Bench) {
  return onBoth(async (kind) => {
    await using ours = await bench.place(kind);
    await using theirs = await bench.place(kind);
    const codes = await makeCodes(ours.url, 1);
    await using foyer = await startFoyer(ours.url);
    // In one transaction on SQLite, where each commit counts; on PostgreSQL as Better Auth does by default.
    await using peer = await startBetterAuth({ url: theirs.url, transaction: kind === 'sqlite' });
    const medians = await interleaveMedians(3, {
      figure: () => load({ origins: [foyer.origin], request: { type: 'enter', codes }, clients, seconds }),
      limit: () =>
        load({ origins: [peer.answer], request: { type: 'sign in anonymously' }, clients, seconds }),
    });
    return rate(aboutOn(kind), medians, { atLeast: 1 });
  });
}

function aboutOn(kind: Kind) {
  const beside = "Better Auth's anonymous sign-in alone";
  return { work: `guest entries over HTTP, ${clients} clients, ${nameOf[kind]}`, beside };
}
