import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'undici';
import { runInChildProcess } from '../measure/child-process.ts';
import { type Latencies, latenciesOf, medianLatencies } from '../measure/latencies.ts';

/** Users ask Foyer with a cookie each, or the model directly. */
export type Target = { foyer: string; cookies: string[] } | { model: string; people: number };

type ChatRun = {
  target: Target;
  /** Each user has asked once before, so that connections are open and the code is compiled. */
  rehearsed: boolean;
  /** For how long users ask again after a reply; at least once. */
  seconds: number;
  /** The time in which they all start. */
  startWithinMs: number;
};

export type ReplyTimes = { first: Latencies; whole: Latencies; longestGapMs: number };

/** Users ask and read replies in a child process. */
export const replies = runInChildProcess(
  import.meta.url,
  async ({ target, rehearsed, seconds, startWithinMs }: ChatRun): Promise<ReplyTimes> => {
    const firsts: number[] = [];
    const wholes: number[] = [];
    let longestGapMs = 0;
    const rehearse = async (asking: Asking) => {
      await wait(Math.random() * 500);
      await askAndRead(asking);
    };
    const run = async (asking: Asking) => {
      await wait(Math.random() * startWithinMs);
      const begun = performance.now();
      do {
        const times = await askAndRead(asking);
        firsts.push(times.firstMs);
        wholes.push(times.wholeMs);
        longestGapMs = Math.max(longestGapMs, times.longestGapMs);
      } while (performance.now() - begun < seconds * 1000);
      await asking.client.close();
    };
    const people = askingOf(target);
    if (rehearsed) await Promise.all(people.map(rehearse));
    await Promise.all(people.map(run));
    return { first: latenciesOf(firsts), whole: latenciesOf(wholes), longestGapMs };
  },
);

/** Latency of the first words: medians of several rounds. */
export function firstOf(rounds: ReplyTimes[]): Latencies {
  return medianLatencies(rounds.map(({ first }) => first));
}

type Asking = {
  client: Client;
  path: () => string;
  headers: Record<string, string>;
  body: () => object;
  /** Occurs in each piece of a reply with text. */
  textMarker: string;
};

function askingOf(target: Target): Asking[] {
  if ('model' in target) {
    const { origin, pathname } = new URL(target.model);
    const body = {
      model: 'bench',
      stream: true,
      messages: [{ role: 'user', content: 'What do herons eat?' }],
    };
    return Array.from({ length: target.people }, () => ({
      client: new Client(origin),
      path: () => `${pathname}/chat/completions`,
      headers: {},
      body: () => body,
      textMarker: '"content"',
    }));
  }
  return target.cookies.map((cookie) => ({
    client: new Client(target.foyer),
    path: () => `/api/chats/${crypto.randomUUID()}/messages`,
    headers: { cookie, origin: target.foyer },
    body: () => ({ id: crypto.randomUUID(), text: 'What do herons eat?' }),
    textMarker: '"text-delta"',
  }));
}

/** Asks once and reads to the end. Returns the times to the first word and to the end, and the longest pause. */
async function askAndRead({ client, path, headers, body, textMarker }: Asking) {
  const asked = performance.now();
  const answer = await client.request({
    method: 'POST',
    path: path(),
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body()),
  });
  if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${await answer.body.text()}`);
  let firstMs: number | null = null;
  let longestGapMs = 0;
  let last = 0;
  for await (const piece of answer.body) {
    if (!(piece as Buffer).includes(textMarker)) continue;
    const now = performance.now();
    if (firstMs === null) firstMs = now - asked;
    else longestGapMs = Math.max(longestGapMs, now - last);
    last = now;
  }
  if (firstMs === null) throw new Error('an answer said nothing');
  return { firstMs, wholeMs: performance.now() - asked, longestGapMs };
}
