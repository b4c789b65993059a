import { alternateMedians } from '../alternate.ts';
import { type Bench, type Kind, nameOf, onBoth } from '../bench.ts';
import { makeCodes } from '../codes.ts';
import { fill } from '../fill.ts';
import { startFoyer } from '../foyer.ts';
import { load } from '../load.ts';
import { type Result, rate } from '../result.ts';

const few = 1000;
const many = 100_000;
const clients = 32;
const seconds = 3;

/** Whether entries stay as fast when a database has grown. */
export function moreCodes(bench: Bench) {
  return onBoth(async (kind) => {
    const results: Result[] = [];
    for (const count of new Set([many, bench.mostCodes])) {
      // Both are new: a server that has been measured before is quicker.
      await using small = await openFilled(bench, kind, few);
      await using large = await openFilled(bench, kind, count);
      const medians = await alternateMedians(3, { figure: large.enter, limit: small.enter });
      const work = `guest entries by ${few} codes among ${count}, with as many users, ${nameOf[kind]}`;
      results.push(
        rate({ work, beside: `the same with no others and ${few} users` }, medians, { atLeast: 0.8 }),
      );
    }
    return results;
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
