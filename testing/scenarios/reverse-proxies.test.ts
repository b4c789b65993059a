import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { needs, newPlace } from '../database/database.ts';
import { newAddress, startApp, visitor } from '../server/app.ts';
import { caddy } from '../server/caddy.ts';
import { reverseProxies, startCaddyBefore, startReverseProxy } from '../server/reverse-proxies.ts';
import { startUpstream, upstreamKey } from '../server/upstream.ts';

/** The model's pause between two words, in milliseconds: longer than the server gathers words. */
const wordMs = 150;
const looked = 10;
/** A proxy that keeps the words back must fail the test, not hang it. In milliseconds. */
const timeout = 60_000;

async function startBehind(start: (port: number) => Promise<{ url: string; stop: () => Promise<void> }>) {
  const endings: (() => Promise<unknown>)[] = [];
  after(async () => {
    for (const end of endings.reverse()) await end();
  });
  const { url, remove } = await newPlace('sqlite', undefined);
  endings.push(remove);
  const upstream = await startUpstream({ wordMs });
  endings.push(upstream.close);
  const model = { MODEL_URL: upstream.url, MODEL_NAME: 'endless', MODEL_API_KEY: upstreamKey };
  const app = await startApp(url, { ...model, TRUST_PROXY: '127.0.0.1' });
  endings.push(app.stop);
  const proxy = await start(Number(new URL(app.origin).port));
  endings.push(proxy.stop);
  return { app, person: () => visitor(proxy.url, newAddress(), app.origin) };
}

/** How many words came with each read, for the first reads that brought one. */
async function wordsByRead(response: Response): Promise<number[]> {
  const counts: number[] = [];
  if (!response.body) throw new Error('nothing to hear');
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    const words = text.split('"text-delta"').length - 1;
    if (words > 0) counts.push(words);
    if (counts.length === looked) break;
  }
  return counts;
}

async function assertPassesWordsOn({ app, person }: Awaited<ReturnType<typeof startBehind>>) {
  const code = await app.makeCode({ allowed: 5 });
  const guest = person();
  assert.equal((await guest.enter(code)).status, 200);
  const chat = `/api/chats/${crypto.randomUUID()}`;
  const answer = await guest.begin(`${chat}/messages`, { id: crypto.randomUUID(), text: 'Hello' });
  assert.equal(answer.status, 200);
  const counts = await wordsByRead(answer);
  assert.ok(counts.filter((words) => words <= 2).length >= looked - 1, `words by read: ${counts}`);
  assert.equal((await guest.post(`${chat}/stop`)).status, 204);
  assert.equal((await guest.logOut()).status, 200);
}

for (const proxy of reverseProxies) {
  test(`${proxy.name} passes words on one by one`, { ...needs(proxy), timeout }, async () => {
    await assertPassesWordsOn(await startBehind((port) => startReverseProxy(proxy, port)));
  });
}

test('Caddy passes words on one by one', { ...needs(caddy), timeout }, async () => {
  await assertPassesWordsOn(await startBehind(startCaddyBefore));
});
