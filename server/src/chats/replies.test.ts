import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Database } from '@foyer/database';
import { onEveryDatabase } from '@foyer/database/testing';
import { openModel } from '../models/open-model.ts';
import {
  startUpstream,
  type Upstream,
  type UpstreamMode,
  upstreamAnswer,
  upstreamKey,
} from '../models/testing-upstream.ts';
import { type ChatApp, hear, hearBeginning, linesOf, startChatApp, until } from './testing-chat.ts';

onEveryDatabase(({ open }) => {
  let database: Database;
  let upstream: Upstream;
  const apps: ChatApp[] = [];
  const unhandled: unknown[] = [];
  const notice = (error: unknown) => unhandled.push(error);

  before(async () => {
    database = await open();
    upstream = await startUpstream();
    process.on('unhandledRejection', notice);
  });
  after(async () => {
    for (const app of apps) await app.close();
    await upstream.close();
    process.off('unhandledRejection', notice);
    assert.deepEqual(unhandled, []);
    assert.deepEqual(
      apps.flatMap(({ bugs }) => bugs),
      [],
    );
  });

  const start = async (mode: UpstreamMode, options: Partial<Parameters<typeof startChatApp>[1]> = {}) => {
    const model = openModel({ url: upstream.url, name: mode, apiKey: upstreamKey, systemPrompt: 'Be kind.' });
    const app = await startChatApp(database, { model, ...options });
    apps.push(app);
    return app;
  };

  test('a reply streams to its end and is kept', async () => {
    const anna = await (await start('ok')).enterAsMember();
    const chatId = randomUUID();
    const response = await anna.send(chatId, 'Hello');
    assert.equal(response.headers.get('content-type'), 'text/event-stream');
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.equal(response.headers.get('x-accel-buffering'), 'no');
    const heard = await hear(response);
    assert.deepEqual([heard.text, heard.status, heard.error], [upstreamAnswer, 'complete', undefined]);
    const chat = await anna.chat(chatId);
    assert.deepEqual(linesOf(chat), ['user complete: Hello', `assistant complete: ${upstreamAnswer}`]);
    assert.equal(chat.messages[1]?.id, heard.messageId);
    assert.equal(chat.isReplying, false);
  });

  test('the model gets the character and the whole chat, and thoughts stay out of it', async () => {
    const anna = await (await start('reasoning')).enterAsMember();
    const chatId = randomUUID();
    assert.equal((await anna.ask(chatId, 'First')).text, upstreamAnswer);
    await anna.ask(chatId, 'Second');
    assert.deepEqual(upstream.asked.at(-1)?.messages, [
      { role: 'system', content: 'Be kind.' },
      { role: 'user', content: 'First' },
      { role: 'assistant', content: upstreamAnswer },
      { role: 'user', content: 'Second' },
    ]);
  });

  test('a reply goes on without its listener, can be heard again from its beginning, and is kept', async () => {
    const app = await start('endless');
    const anna = await app.enterAsMember();
    const chatId = randomUUID();
    const leaving = new AbortController();
    await hearBeginning(await anna.send(chatId, 'Hello', { signal: leaving.signal }));
    leaving.abort();
    assert.equal((await anna.chat(chatId)).isReplying, true);
    const [again, alsoAgain] = [await anna.reply(chatId), await anna.reply(chatId)];
    assert.equal(again.headers.get('x-accel-buffering'), 'no');
    const heard = [hear(again), hear(alsoAgain)];
    assert.equal((await anna.stop(chatId)).status, 204);
    const [text] = (await Promise.all(heard)).map((each) => each.text);
    const chat = await anna.chat(chatId);
    assert.deepEqual(linesOf(chat), ['user complete: Hello', `assistant stopped: ${text}`]);
    assert.equal(chat.isReplying, false);
    assert.equal((await anna.reply(chatId)).status, 204);
  });

  test('a listener that leaves does not stop the reply short', async () => {
    const anna = await (await start('ok')).enterAsMember();
    const chatId = randomUUID();
    const response = await anna.send(chatId, 'Hello');
    await response.body?.cancel();
    await until(async () => !(await anna.chat(chatId)).isReplying);
    assert.equal(linesOf(await anna.chat(chatId))[1], `assistant complete: ${upstreamAnswer}`);
  });

  test('a stop closes the line to the model, and a reply that said nothing leaves no message', async () => {
    const anna = await (await start('hang')).enterAsMember();
    const chatId = randomUUID();
    const asked = upstream.asked.length;
    const response = await anna.send(chatId, 'Hello');
    await until(() => upstream.asked.length > asked);
    const { abandoned } = upstream.state;
    assert.equal((await anna.stop(chatId)).status, 204);
    await until(() => upstream.state.abandoned > abandoned);
    const heard = await hear(response);
    assert.deepEqual([heard.text, heard.messageId, heard.error], ['', undefined, undefined]);
    assert.deepEqual(linesOf(await anna.chat(chatId)), ['user complete: Hello']);
    assert.equal((await anna.stop(chatId)).status, 204);
  });

  const failures: { mode: UpstreamMode; kept: string | null }[] = [
    { mode: 'e401', kept: null },
    { mode: 'e429', kept: null },
    { mode: 'html', kept: null },
    { mode: 'empty', kept: null },
    { mode: 'hang', kept: null },
    { mode: 'stall', kept: 'assistant interrupted: one two three ' },
    { mode: 'error', kept: 'assistant failed: one two three ' },
    { mode: 'reset', kept: 'assistant interrupted: one two three ' },
    { mode: 'truncated', kept: 'assistant interrupted: one two three ' },
  ];
  for (const { mode, kept } of failures) {
    test(`a model that fails (${mode}) ends the reply with an error, and the question can be asked again`, async () => {
      const app = await start(mode, { pace: { renewMs: 10_000, silentMs: 3_000, totalMs: 60_000 } });
      const anna = await app.enterAsMember();
      const chatId = randomUUID();
      const heard = await anna.ask(chatId, 'A private question');
      assert.equal(heard.error, 'MODEL_FAILED');
      const lines = ['user complete: A private question', ...(kept ? [kept] : [])];
      assert.deepEqual(linesOf(await anna.chat(chatId)), lines);
      assert.equal(app.logged.length, 1);
      assert.doesNotMatch(JSON.stringify(app.logged), /private|sk-|kind/);
      const healed = (await start('ok')).admit(anna.person);
      assert.equal((await hear(await healed.retry(chatId))).text, upstreamAnswer);
      const answered = ['user complete: A private question', `assistant complete: ${upstreamAnswer}`];
      assert.deepEqual(linesOf(await healed.chat(chatId)), answered);
    });
  }
});
