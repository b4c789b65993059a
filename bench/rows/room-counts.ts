import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeCodes } from '../load/codes.ts';
import { pacedLoad } from '../load/paced-load.ts';
import { type Bench, nameOf, onBoth } from '../measure/bench.ts';
import { secret, startFoyer } from '../measure/foyer.ts';
import { ms, rounded } from '../measure/result.ts';

const launcher = join(import.meta.dirname, '../../foyer');
const perSecond = 64;
const seconds = 8;
const most = 1000;

/** How long a room screen lags behind the entries that it counts. */
export function roomCounts(bench: Bench) {
  return onBoth(async (kind) => {
    await using place = await bench.place(kind);
    const codes = await makeCodes(place.url, 1);
    await using foyer = await startFoyer(place.url);
    const { origin } = foyer;
    const link = await roomLink(place.url, codes[0] ?? '');
    const [, id = '', key = ''] = /\/room\/([\w-]+)#key=(\S+)/.exec(link) ?? [];
    const room = { 'room-key': key };
    const stop = new AbortController();
    const shown: { at: number; peopleIn: number }[] = [];
    const screen = watch(`${origin}/api/room/${id}/events`, { room, signal: stop.signal, shown });
    const request = { type: 'enter', codes } as const;
    const begun = performance.now();
    const { p99 } = await pacedLoad({ origin, request, everyMs: 1000 / perSecond, seconds });
    const ended = performance.now();
    const settled = await untilShown(origin, id, room, shown);
    stop.abort();
    await screen;
    const gaps = shown
      .filter(({ at }) => begun < at && at <= ended)
      .map(({ at }, i, all) => at - (all[i - 1]?.at ?? begun));
    // An entry is shown at the latest with the next counts: the longest gap, or what the last entry waited.
    const figure = Math.max(...gaps, settled - ended);
    return {
      work: `the longest time until a room screen counts an entry, at ${perSecond} entries a second, ${nameOf[kind]}`,
      beside: 'p99 of these entries',
      figure: ms(figure),
      limit: ms(p99),
      ratio: rounded(figure / p99),
      goal: `≤ ${most} ms`,
      met: figure <= most,
    };
  });
}

async function watch(
  address: string,
  {
    room,
    signal,
    shown,
  }: { room: Record<string, string>; signal: AbortSignal; shown: { at: number; peopleIn: number }[] },
): Promise<void> {
  try {
    const { body } = await fetch(address, { headers: room, signal });
    let text = '';
    for await (const part of body ?? []) {
      text += Buffer.from(part).toString();
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events.filter((each) => each.startsWith('event: counts')))
        shown.push({
          at: performance.now(),
          peopleIn: JSON.parse(event.split('data: ')[1] ?? '{}').peopleIn,
        });
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** Waits until the screen shows as many as there are. Returns when that was. */
async function untilShown(
  origin: string,
  id: string,
  headers: Record<string, string>,
  shown: { at: number; peopleIn: number }[],
): Promise<number> {
  const deadline = performance.now() + 10_000;
  while (performance.now() < deadline) {
    const answer = await fetch(`${origin}/api/room/${id}`, { headers });
    const { peopleIn } = (await answer.json()) as { peopleIn: number };
    const found = shown.find((counts) => counts.peopleIn === peopleIn);
    if (found) return found.at;
  }
  throw new Error('the room screen did not show all entries');
}

async function roomLink(url: string, code: string): Promise<string> {
  const env = { PATH: process.env.PATH, DATABASE_URL: url, SECRET: secret };
  const { stdout } = await promisify(execFile)(launcher, ['codes', 'room', code], { env });
  return stdout.split('\n')[0] ?? '';
}
