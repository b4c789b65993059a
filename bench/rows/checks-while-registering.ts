import { alternate, median } from '../alternate.ts';
import { type Bench, nameOf, onBoth } from '../bench.ts';
import { type Foyer, startFoyer } from '../foyer.ts';
import { load } from '../load.ts';
import { pacedLoad, type Waits } from '../paced-load.ts';
import { signIn } from '../people.ts';
import { ms, type Result, rounded } from '../result.ts';

const people = 16;
const seconds = 5;
const mostMs = 50;

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
  const p99 = median(figures.map(({ p99 }) => p99));
  const ratio = rounded(p99 / median(limits.map(({ p99 }) => p99)));
  return {
    figure: told(figures),
    limit: told(limits),
    ratio,
    goal: `p99 ≤ ${mostMs} ms`,
    met: p99 <= mostMs,
  };
}

function told(waits: Waits[]): string {
  return `p50 ${ms(median(waits.map(({ p50 }) => p50)))}, p99 ${ms(median(waits.map(({ p99 }) => p99)))}`;
}
