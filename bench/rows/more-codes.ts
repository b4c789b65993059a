import { makeCodes } from '../load/codes.ts';
import { fill } from '../load/fill.ts';
import { load } from '../load/load.ts';
import { type Bench, type Kind, nameOf, onBoth } from '../measure/bench.ts';
import { startFoyer } from '../measure/foyer.ts';
import { alternate, median } from '../measure/interleave.ts';
import { rate } from '../measure/result.ts';

const few = 1000;
const many = 100_000;
const clients = 32;
const seconds = 3;

/** Whether entries stay as fast when a database has grown. */
export function moreCodes(bench: Bench) {
  return onBoth(async (kind) => {
    // Each server meets as many entries as the others: one that has been measured before is quicker.
    await using servers = new AsyncDisposableStack();
    const open = async (count: number) => ({ count, ...servers.use(await openFilled(bench, kind, count)) });
    const small = await open(few);
    const larger = [await open(many), await open(bench.maxCodes)];
    const { figures, limits } = await alternate(3, {
      figure: async () => {
        const entries: number[] = [];
        for (const { enter } of larger) entries.push(await enter());
        return entries;
      },
      limit: small.enter,
    });
    return larger.map(({ count }, i) => {
      const work = `guest entries by ${few} codes among ${count}, with as many users, ${nameOf[kind]}`;
      const beside = `the same with no others and ${few} users`;
      const figure = median(figures.map((entries) => entries[i] ?? 0));
      return rate({ work, beside }, { figure, limit: median(limits) }, { atLeast: 0.8 });
    });
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
