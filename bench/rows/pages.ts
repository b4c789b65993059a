import { startBaselinePage } from '../baselines/page.ts';
import { becomeOperator, signIn } from '../load/people.ts';
import type { Bench } from '../measure/bench.ts';
import { startFoyer } from '../measure/foyer.ts';
import { median } from '../measure/interleave.ts';
import { openLighthouse, type PageScore } from '../measure/lighthouse.ts';
import { type Result, rounded } from '../measure/result.ts';

type Goal = { score: number; largestPaintMs?: number; scriptKilobytes: number };

const entryPage: Goal = { score: 97, largestPaintMs: 2000, scriptKilobytes: 120 };
const chatPage: Goal = { score: 90, scriptKilobytes: 300 };
const consolePage: Goal = { score: 90, scriptKilobytes: 300 };
const rounds = 3;

const paths: { path: string; goal: Goal; as?: 'member' | 'operator' }[] = [
  { path: '/', goal: entryPage },
  { path: '/login', goal: entryPage },
  { path: '/register', goal: entryPage },
  { path: '/chat', goal: chatPage, as: 'member' },
  { path: '/console', goal: consolePage, as: 'operator' },
];

/** The time until a page is visible, on a phone with a slow connection. */
export async function pages(bench: Bench): Promise<Result[]> {
  await using place = await bench.place('sqlite');
  await using other = await bench.place('sqlite');
  await using foyer = await startFoyer(place.url);
  await using bare = await startBaselinePage({ url: other.url });
  const cookies = {
    member: await signIn(foyer.origin, { type: 'register' }),
    operator: await becomeOperator(foyer.origin, place.url),
  };

  await using lighthouse = await openLighthouse();
  const seen = new Map<string, PageScore[]>();
  const look = async (address: string, as?: string) => {
    seen.set(address, [...(seen.get(address) ?? []), await lighthouse.look(address, as)]);
  };
  for (let round = 0; round < rounds; round++) {
    await look(bare.answer);
    for (const { path, as } of paths) await look(`${foyer.origin}${path}`, as && cookies[as]);
  }
  const medianAt = (address: string) => medianOf(seen.get(address) ?? []);
  return paths.map(({ path, goal }) =>
    compared(path, goal, { page: medianAt(`${foyer.origin}${path}`), barePage: medianAt(bare.answer) }),
  );
}

function compared(
  path: string,
  goal: Goal,
  { page, barePage }: { page: PageScore; barePage: PageScore },
): Result {
  const { score, largestPaintMs = Number.POSITIVE_INFINITY, scriptKilobytes } = goal;
  const paint = goal.largestPaintMs ? `largest paint ≤ ${seconds(goal.largestPaintMs)}, ` : '';
  return {
    work: `the page ${path}, seen by Lighthouse on a mobile phone`,
    beside: 'a bare React page of the same server',
    figure: format(page),
    limit: format(barePage),
    ratio: rounded(page.largestPaintMs / barePage.largestPaintMs),
    goal: `score ≥ ${score}, ${paint}script ≤ ${scriptKilobytes} kB`,
    met:
      page.score >= score &&
      page.largestPaintMs <= largestPaintMs &&
      page.scriptBytes <= scriptKilobytes * 1000,
  };
}

function medianOf(rounds: PageScore[]): PageScore {
  const of = (part: keyof PageScore) => median(rounds.map((seen) => seen[part]));
  return { score: of('score'), largestPaintMs: of('largestPaintMs'), scriptBytes: of('scriptBytes') };
}

function format({ score, largestPaintMs, scriptBytes }: PageScore): string {
  return `score ${score}, largest paint ${seconds(largestPaintMs)}, script ${Math.round(scriptBytes / 1000)} kB`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
