import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'undici';
import { apart } from '../measure/child-process.ts';
import { medianWaits, type Waits, waitsOf } from '../measure/latencies.ts';

/** Users ask Foyer with a cookie each, or the model directly. */
export type Spoken = { foyer: string; cookies: string[] } | { model: string; people: number };

type Talk = {
  whom: Spoken;
  /** Each user has asked once before, so that connections are open and the code is compiled. */
  rehearsed: boolean;
  /** For how long users ask again after a reply; at least once. */
  seconds: number;
  /** The time in which they all start. */
  startWithinMs: number;
};

export type Heard = { first: Waits; whole: Waits; longestGapMs: number };

/** Users ask and read replies in a child process. */
export const replies = apart(
  import.meta.url,
  async ({ whom, rehearsed, seconds, startWithinMs }: Talk): Promise<Heard> => {
    const firsts: number[] = [];
    const wholes: number[] = [];
    let longestGapMs = 0;
    const rehearse = async (asking: Asking) => {
      await wait(Math.random() * 500);
      await hear(asking);
    };
    const talk = async (asking: Asking) => {
      await wait(Math.random() * startWithinMs);
      const begun = performance.now();
      do {
        const heard = await hear(asking);
        firsts.push(heard.firstMs);
        wholes.push(heard.wholeMs);
        longestGapMs = Math.max(longestGapMs, heard.longestGapMs);
      } while (performance.now() - begun < seconds * 1000);
      await asking.client.close();
    };
    const people = askingOf(whom);
    if (rehearsed) await Promise.all(people.map(rehearse));
    await Promise.all(people.map(talk));
    return { first: waitsOf(firsts), whole: waitsOf(wholes), longestGapMs };
  },
);

/** Latency of the first words: medians of several rounds. */
export function firstOf(rounds: Heard[]): Waits {
  return medianWaits(rounds.map(({ first }) => first));
}

type Asking = {
  client: Client;
  path: () => string;
  headers: Record<string, string>;
  body: () => object;
  /** Occurs in each piece of a reply with text. */
  sign: string;
};

function askingOf(whom: Spoken): Asking[] {
  if ('model' in whom) {
    const { origin, pathname } = new URL(whom.model);
    const body = {
      model: 'bench',
      stream: true,
      messages: [{ role: 'user', content: 'What do herons eat?' }],
    };
    return Array.from({ length: whom.people }, () => ({
      client: new Client(origin),
      path: () => `${pathname}/chat/completions`,
      headers: {},
      body: () => body,
      sign: '"content"',
    }));
  }
  return whom.cookies.map((cookie) => ({
    client: new Client(whom.foyer),
    path: () => `/api/chats/${crypto.randomUUID()}/messages`,
    headers: { cookie, origin: whom.foyer },
    body: () => ({ id: crypto.randomUUID(), text: 'What do herons eat?' }),
    sign: '"text-delta"',
  }));
}

/** Asks once and reads to the end. Returns the times to the first word and to the end, and the longest pause. */
async function hear({ client, path, headers, body, sign }: Asking) {
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
    if (!(piece as Buffer).includes(sign)) continue;
    const now = performance.now();
    if (firstMs === null) firstMs = now - asked;
    else longestGapMs = Math.max(longestGapMs, now - last);
    last = now;
  }
  if (firstMs === null) throw new Error('an answer said nothing');
  return { firstMs, wholeMs: performance.now() - asked, longestGapMs };
}
