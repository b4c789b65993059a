import { load } from '../load/load.ts';
import { pacedLoad } from '../load/paced-load.ts';
import { signIn } from '../load/people.ts';
import { type Bench, nameOf, onBoth } from '../measure/bench.ts';
import { type Foyer, startFoyer } from '../measure/foyer.ts';
import { alternate } from '../measure/interleave.ts';
import { medianWaits, toldWaits, type Waits } from '../measure/latencies.ts';
import { type Result, rounded } from '../measure/result.ts';

const people = 16;
const seconds = 3;
const maxMs = 50;

/** Whether those who are in feel that others register. */
export function checksWhileRegistering(bench: Bench) {
  return onBoth(async (kind) => {
    await using place = await bench.place(kind);
    await using foyer = await startFoyer(place.url);
    const cookie = await signIn(foyer.origin, { want: 'register' });
    const checks = () =>
      pacedLoad({ origin: foyer.origin, wish: { want: 'be known', cookie }, everyMs: 10, seconds });
    const { figures, limits } = await alternate(3, {
      figure: async () => (await Promise.all([checks(), register(foyer)]))[0],
      limit: checks,
    });
    const work = `100 session checks a second while ${people} people register, ${nameOf[kind]}`;
    return { work, beside: 'the same with nobody registering', ...compared(figures, limits) };
  });
}

/** Longer than the checks, so that all of them meet it. */
function register({ origin }: Foyer): Promise<number> {
  return load({ origins: [origin], wish: { want: 'register' }, clients: people, seconds: seconds + 1 });
}

function compared(figures: Waits[], limits: Waits[]): Omit<Result, 'work' | 'beside'> {
  const [busy, alone] = [medianWaits(figures), medianWaits(limits)];
  const ratio = rounded(busy.p99 / alone.p99);
  const met = busy.p99 <= maxMs;
  return { figure: toldWaits(busy), limit: toldWaits(alone), ratio, goal: `p99 ≤ ${maxMs} ms`, met };
}
