import { setTimeout as wait } from 'node:timers/promises';
import { fillOwnChats } from '../load/fill-own-chats.ts';
import { signIn } from '../load/people.ts';
import { type Bench, type Kind, nameOf, onBoth } from '../measure/bench.ts';
import { type Foyer, startFoyer } from '../measure/foyer.ts';
import { interleaveMedians, median } from '../measure/interleave.ts';
import { ms, type Result, rounded } from '../measure/result.ts';
import { timeOf } from '../measure/time-of.ts';

const messages = 10_000;
const rounds = 9;

/** The time of a search in all chats of a user, and whether others wait. */
export function search(bench: Bench) {
  return onBoth(async (kind) => {
    await using place = await bench.place(kind);
    await using foyer = await startFoyer(place.url);
    const cookie = await signIn(foyer.origin, { type: 'register' });
    await fillOwnChats(place.url, messages);
    const { figure, limit } = await interleaveMedians(rounds, {
      figure: () => timeOf(() => lookFor(foyer, cookie)),
      limit: () => timeOf(() => download(foyer, cookie)),
    });
    const whole: Result = {
      work: `a search in 10,000 messages of 1 kB that finds nothing, ${nameOf[kind]}`,
      beside: 'the download of all that the person has',
      figure: `p50 ${ms(figure)}`,
      limit: `p50 ${ms(limit)}`,
      ratio: rounded(figure / limit),
      goal: '≤ 150 ms',
      met: figure <= 150,
    };
    return [whole, await othersBeside(kind, foyer, cookie)];
  });
}

/** The longest wait of another user during a search: one slice and their own request. */
async function othersBeside(kind: Kind, foyer: Foyer, cookie: string): Promise<Result> {
  const longest = async (work: () => Promise<void>) => {
    let isOver = false;
    const worked = work().finally(() => {
      isOver = true;
    });
    let most = 0;
    while (!isOver) most = Math.max(most, await timeOf(() => ask(foyer, '/healthz')));
    await worked;
    return most;
  };
  const [beside, alone]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    beside.push(await longest(() => lookFor(foyer, cookie)));
    alone.push(await longest(() => wait(150)));
  }
  const [figure, limit] = [median(beside), median(alone)];
  return {
    work: `the longest answer to others beside that search, ${nameOf[kind]}`,
    beside: 'the same without a search',
    figure: ms(figure),
    limit: ms(limit),
    ratio: rounded(figure / limit),
    goal: 'no more than 20 ms above',
    met: figure - limit <= 20,
  };
}

async function lookFor({ origin }: Foyer, cookie: string): Promise<void> {
  const headers = { origin, cookie, 'content-type': 'application/json' };
  const body = JSON.stringify({ text: 'needle' });
  const answer = await fetch(`${origin}/api/chats/search`, { method: 'POST', headers, body });
  const found = await answer.text();
  if (found !== '{"isComplete":true}\n') throw new Error(`${answer.status} ${found.slice(0, 200)}`);
}

function download(foyer: Foyer, cookie: string): Promise<void> {
  return ask(foyer, '/api/account/export', cookie);
}

async function ask({ origin }: Foyer, path: string, cookie = ''): Promise<void> {
  const answer = await fetch(`${origin}${path}`, { headers: { cookie } });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
}
