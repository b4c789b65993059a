import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { onEveryChat } from '../../../testing/chats/suite.ts';
import {
  delta,
  refuses,
  type ScriptedModel,
  says,
  startScriptedModel,
} from '../../../testing/server/scripted-model.ts';
import { openModel } from '../models/open-model.ts';

onEveryChat(({ start }) => {
  let server: ScriptedModel;
  before(async () => {
    server = await startScriptedModel();
  });
  after(() => server.close());

  const enter = async (patienceMs: number, more = {}) => {
    const model = openModel({ url: server.url, name: 'scripted', patienceMs, ...more });
    const app = await start('ok', { model });
    return { app, guest: await app.enterAsGuest(), chatId: randomUUID() };
  };

  test('a model that is silent for longer than the patience is given up, before and between its words', async () => {
    const { app, guest, chatId } = await enter(300);
    server.state.answer = () => {};
    assert.equal((await guest.ask(chatId, 'Hello')).error, 'MODEL_FAILED');
    server.state.answer = (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(delta({ content: 'Good ' }));
    };
    const heard = await guest.ask(chatId, 'Hello?');
    assert.deepEqual([heard.text, heard.status], ['Good ', 'interrupted']);
    assert.match(JSON.stringify(app.logged), /silent/);
  });

  test('comments and other bytes are signs of life', async () => {
    const { guest, chatId } = await enter(1000);
    server.state.answer = async (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      for (const sign of [': loading\n\n', '\n', ': 10 %\n\n', 'data: {}\n\n', ':\n\n']) {
        response.write(sign);
        await wait(500);
      }
      response.end(delta({ content: 'Good morning.' }, 'stop'));
    };
    assert.equal((await guest.ask(chatId, 'Hello')).status, 'complete');
  });

  test('a service that says that it loads the model is asked until it has, within the patience', async () => {
    const { guest, chatId } = await enter(10_000);
    let asked = 0;
    server.state.answer = (response) => {
      asked++;
      if (asked > 3) return says(response, ['Good morning.']);
      refuses(response, 503, { error: { message: 'Loading model', type: 'unavailable_error' } });
    };
    assert.equal((await guest.ask(chatId, 'Hello')).status, 'complete');
    assert.equal(asked, 4);
    const impatient = await enter(3000);
    asked = -1000;
    assert.equal((await impatient.guest.ask(impatient.chatId, 'Hello')).error, 'MODEL_FAILED');
    assert.match(JSON.stringify(impatient.app.logged), /silent/);
  });

  test('a short Retry-After is waited for once', async () => {
    const { guest, chatId } = await enter(5000);
    server.state.answer = (response) => {
      server.state.answer = (next) => says(next, ['Good morning.']);
      refuses(response, 503, {}, { 'retry-after': '1' });
    };
    const begun = performance.now();
    assert.equal((await guest.ask(chatId, 'Hello')).status, 'complete');
    const tookMs = performance.now() - begun;
    assert.ok(tookMs > 950 && tookMs < 1900, String(tookMs));
  });

  test('a longer one is told to the person, and the model is asked once', async () => {
    const { guest, chatId } = await enter(5000);
    server.state.answer = (response) => refuses(response, 429, {}, { 'retry-after': '42' });
    const before = server.state.asked.length;
    const stream = await (await guest.send(chatId, 'Hello')).text();
    assert.match(stream, /\{"type":"data-retry-after","data":\{"seconds":42\},"transient":true\}/);
    assert.match(stream, /"errorText":"MODEL_FAILED"/);
    assert.equal(server.state.asked.length, before + 1);
  });

  test('the headers of the operator are sent, and win', async () => {
    const headers = { 'api-key': 'key-of-azure', authorization: 'Basic abc', 'x-team': 'chat' };
    const { app, guest, chatId } = await enter(5000, { headers, apiKey: 'unused' });
    server.state.answer = (response) =>
      refuses(response, 400, { error: { message: 'key-of-azure is wrong' } });
    await guest.ask(chatId, 'Hello');
    const sent = server.state.asked.at(-1)?.headers ?? {};
    for (const [name, value] of Object.entries(headers)) assert.equal(sent[name], value);
    assert.doesNotMatch(JSON.stringify(app.logged), /key-of-azure/);
  });
});
