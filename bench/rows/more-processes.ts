import { makeCodes } from '../load/codes.ts';
import { load } from '../load/load.ts';
import type { Bench } from '../measure/bench.ts';
import { startFoyer } from '../measure/foyer.ts';
import { interleave, median } from '../measure/interleave.ts';
import { perSecond, type Result, rounded } from '../measure/result.ts';

const clients = 32;
const seconds = 3;

/** Entries by number of server processes on one PostgreSQL. */
export async function moreProcesses(bench: Bench): Promise<Result[]> {
  await using place = await bench.place('postgres');
  const codes = await makeCodes(place.url, 1000);
  await using stack = new AsyncDisposableStack();
  const origins: string[] = [];
  for (let i = 0; i < 4; i++) origins.push(stack.use(await startFoyer(place.url)).origin);
  const by = (processes: number) => () =>
    load({ origins: origins.slice(0, processes), request: { type: 'enter', codes }, clients, seconds });

  const { figures, limits } = await interleave(3, {
    figure: async () => ({ two: await by(2)(), four: await by(4)() }),
    limit: by(1),
  });
  const limit = median(limits);
  const compared = (processes: number, entries: number[]): Result => {
    const figure = median(entries);
    return {
      work: `guest entries by ${processes} processes on one PostgreSQL, ${clients} clients`,
      beside: 'one process',
      figure: perSecond(figure),
      limit: perSecond(limit),
      ratio: rounded(figure / limit),
      goal: 'stated, not set: the processes, PostgreSQL and the clients share the cores of one machine',
      met: true,
    };
  };
  const [two, four] = [figures.map((round) => round.two), figures.map((round) => round.four)];
  return [compared(2, two), compared(4, four)];
}
