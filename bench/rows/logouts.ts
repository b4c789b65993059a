import { openDatabase } from '@foyer/database';
import { makeCodes } from '../load/codes.ts';
import { fill } from '../load/fill.ts';
import { fillChats } from '../load/fill-chats.ts';
import { pacedLoad } from '../load/paced-load.ts';
import { signInEach } from '../load/people.ts';
import { post } from '../load/post.ts';
import { type Bench, type Kind, nameOf, onBoth } from '../measure/bench.ts';
import { type Foyer, startFoyer } from '../measure/foyer.ts';
import { interleave, median } from '../measure/interleave.ts';
import { formatLatencies } from '../measure/latencies.ts';
import { ms, type Result, rounded } from '../measure/result.ts';
import { timeOf } from '../measure/time-of.ts';

const messagesEach = 60;
/** With messages of 1.2 kB, about one gigabyte. */
const othersAtSize = 14_000;
const rounds = 3;
const logoutsARound = 15;
const loop = 300;
const seconds = 5;

/** Whether a logout takes longer when others store much, and whether entering guests notice it. */
export function logouts(bench: Bench) {
  return onBoth(async (kind) => {
    await using little = await bench.place(kind);
    await using much = await bench.place(kind);
    const [small, codes] = [await makeCodes(little.url, 1), await makeCodes(much.url, 1)];
    await fill(much.url, { codes: 1, users: othersAtSize });
    await fillChats(much.url, messagesEach);
    await using few = await startFoyer(little.url);
    await using many = await startFoyer(much.url);
    const count = rounds * logoutsARound;
    const guestsOfFew = await guestsWithChats(few, little.url, small, count);
    const guestsOfMany = await guestsWithChats(many, much.url, codes, count + loop);
    const { figures, limits } = await interleave(rounds, {
      figure: () => logOutAll(many, guestsOfMany.splice(0, logoutsARound)),
      limit: () => logOutAll(few, guestsOfFew.splice(0, logoutsARound)),
    });
    const [figure, limit] = [median(figures.flat()), median(limits.flat())];
    const size: Result = {
      work: `a logout where others keep 1 GB of messages, ${nameOf[kind]}`,
      beside: 'the same where they keep none',
      figure: `p50 ${ms(figure)}`,
      limit: `p50 ${ms(limit)}`,
      ratio: rounded(figure / limit),
      goal: '≤ 2.0 ×',
      met: figure / limit <= 2,
    };
    return [size, await entriesBeside(kind, many, codes, guestsOfMany)];
  });
}

async function entriesBeside(kind: Kind, foyer: Foyer, codes: string[], guests: string[]): Promise<Result> {
  const entries = () =>
    pacedLoad({ origin: foyer.origin, request: { type: 'enter', codes }, everyMs: 20, seconds });
  const alone = await entries();
  const [busy] = await Promise.all([entries(), logOutAll(foyer, guests)]);
  return {
    work: `50 entries a second beside a loop of logouts at 1 GB, ${nameOf[kind]}`,
    beside: 'the same without',
    figure: formatLatencies(busy),
    limit: formatLatencies(alone),
    ratio: rounded(busy.p99 / alone.p99),
    goal: 'p99 ≤ 2.0 ×',
    met: busy.p99 <= 2 * alone.p99,
  };
}

async function guestsWithChats(foyer: Foyer, url: string, codes: string[], count: number): Promise<string[]> {
  const cookies = await signInEach(foyer.origin, { type: 'enter', codes }, count);
  await fillChats(url, messagesEach);
  if (url.startsWith('postgres')) {
    const database = openDatabase(url);
    await database.upkeep.rewrite();
    await database.close();
  }
  return cookies;
}

async function logOutAll({ origin }: Foyer, cookies: string[]): Promise<number[]> {
  const took: number[] = [];
  for (const cookie of cookies) took.push(await timeOf(() => post(origin, '/api/auth/sign-out', {}, cookie)));
  return took;
}
