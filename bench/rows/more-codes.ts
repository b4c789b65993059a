import { alternate, median } from '../alternate.ts';
import { type Bench, type Kind, nameOf, onBoth } from '../bench.ts';
import { makeCodes } from '../codes.ts';
import { fill } from '../fill.ts';
import { startFoyer } from '../foyer.ts';
import { load } from '../load.ts';
import { rate } from '../result.ts';

const few = 1000;
const many = 100_000;
const clients = 32;
const seconds = 3;

/** Whether entries stay as fast when a database has grown. */
export function moreCodes(bench: Bench) {
  return onBoth(async (kind) => {
    // Each server meets as many entries as the others: one that has been measured before is quicker.
    await using small = await openFilled(bench, kind, few);
    await using large = await openFilled(bench, kind, many);
    await using largest = await openFilled(bench, kind, bench.mostCodes);
    const { figures, limits } = await alternate(3, {
      figure: async () => ({ large: await large.enter(), largest: await largest.enter() }),
      limit: small.enter,
    });
    const limit = median(limits);
    const compared = (count: number, entries: number[]) => {
      const work = `guest entries by ${few} codes among ${count}, with as many users, ${nameOf[kind]}`;
      const beside = `the same with no others and ${few} users`;
      return rate({ work, beside }, { figure: median(entries), limit }, { atLeast: 0.8 });
    };
    const [ofLarge, ofLargest] = [figures.map((round) => round.large), figures.map((round) => round.largest)];
    return [compared(many, ofLarge), compared(bench.mostCodes, ofLargest)];
  });
}

/** A server whose database has so many codes, and as many users with sessions. */
async function openFilled(bench: Bench, kind: Kind, count: number) {
  await using stack = new AsyncDisposableStack();
  const place = stack.use(await bench.place(kind));
  const codes = await makeCodes(place.url, few);
  await fill(place.url, { codes: count - few, users: count });
  const { origin } = stack.use(await startFoyer(place.url));
  const kept = stack.move();
  return {
    enter: () => load({ origins: [origin], wish: { want: 'enter', codes }, clients, seconds }),
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}
