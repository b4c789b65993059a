import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { type ChatAsSeen, linesOf, refusalOf, statusAndCode } from '../../../testing/chats/person.ts';
import { onEveryChat } from '../../../testing/chats/suite.ts';
import { upstreamAnswer } from '../../../testing/server/upstream.ts';

onEveryChat(({ start }) => {
  test('users have their own chats, most recently used first', async () => {
    let now = 1_900_000_000_000;
    const app = await start('ok', { now: () => now++ });
    const [anna, bert] = [await app.enterAsMember(), await app.enterAsMember()];
    const [first, second] = [randomUUID(), randomUUID()];
    await anna.ask(first, 'About cats\nand dogs');
    await anna.ask(second, 'About birds');
    await bert.ask(randomUUID(), 'About fish');
    const titles = async () => (await anna.chats()).map(({ title }) => title);
    assert.deepEqual(await titles(), ['About birds', 'About cats and dogs']);
    await anna.ask(first, 'More');
    assert.deepEqual(await titles(), ['About cats and dogs', 'About birds']);
    assert.deepEqual(Object.keys((await anna.chats())[0] ?? {}).sort(), ['id', 'title', 'updatedAt']);
  });

  test('a chat is renamed and deleted', async () => {
    const anna = await (await start('ok')).enterAsMember();
    const chatId = randomUUID();
    await anna.ask(chatId, 'Hello');
    const renamed = await anna.call(`/${chatId}`, { method: 'PATCH', body: { title: '  Greetings ' } });
    assert.equal(renamed.status, 200);
    assert.equal(((await renamed.json()) as ChatAsSeen).title, 'Greetings');
    assert.equal((await anna.chat(chatId)).title, 'Greetings');
    assert.equal((await anna.call(`/${chatId}`, { method: 'DELETE' })).status, 204);
    assert.deepEqual(await anna.chats(), []);
    assert.equal((await anna.call(`/${chatId}`)).status, 404);
  });

  const requests = (chatId: string) => [
    { path: `/${chatId}` },
    { path: `/${chatId}`, method: 'PATCH', body: { title: 'Mine now' } },
    { path: `/${chatId}`, method: 'DELETE' },
    { path: `/${chatId}/messages`, body: { id: randomUUID(), text: 'Hello' } },
    { path: `/${chatId}/retry`, body: {} },
    { path: `/${chatId}/reply` },
    { path: `/${chatId}/stop`, body: {} },
  ];

  test("another person's chat does not exist, nor does one whose id is none", async () => {
    const app = await start('ok');
    const [anna, eve] = [await app.enterAsMember(), await app.enterAsGuest()];
    const chatId = randomUUID();
    await anna.ask(chatId, 'Secret');
    const ids = [chatId, 'x', '%00', '%F0%9F', `${chatId}%00`, "'--", 'a'.repeat(3000)];
    for (const id of ids) {
      for (const { path, ...init } of requests(id)) {
        const response = await eve.call(path, init);
        assert.deepEqual(await statusAndCode(response), [404, 'CHAT_NOT_FOUND'], `${init.method} ${path}`);
      }
    }
    const chat = await anna.chat(chatId);
    assert.equal(chat.title, 'Secret');
    assert.deepEqual(linesOf(chat), ['user complete: Secret', `assistant complete: ${upstreamAnswer}`]);
    assert.deepEqual(await eve.chats(), []);
  });

  test('invalid input is refused with its field, and nothing is written', async () => {
    const anna = await (await start('ok')).enterAsMember();
    const chatId = randomUUID();
    const id = randomUUID();
    const refused: [string, unknown, RegExp][] = [
      ['messages', { id }, /^text/],
      ['messages', { id, text: '' }, /^text/],
      ['messages', { id, text: ' \n ' }, /^text/],
      ['messages', { id, text: 5 }, /^text/],
      ['messages', { id, text: 'a\0b' }, /^text/],
      ['messages', { id, text: '\ud800' }, /^text/],
      ['messages', { id: 'x', text: 'Hello' }, /^id/],
      ['messages', { id: `${id}\0`, text: 'Hello' }, /^id/],
      ['messages', { id: 1, text: 'Hello' }, /^id/],
      ['messages', { text: 'Hello' }, /^id/],
      ['messages', { id, text: 'Hello', role: 'assistant' }, /role/],
      ['messages', [], /./],
      ['messages', null, /./],
      ['retry', { id }, /id/],
      ['stop', 'x', /./],
    ];
    for (const [path, body, message] of refused) {
      const response = await anna.call(`/${chatId}/${path}`, { body });
      const refusal = await refusalOf(response);
      assert.deepEqual([refusal.status, refusal.code], [400, 'INVALID_INPUT'], JSON.stringify(body));
      assert.match(refusal.message, message);
    }
    for (const title of ['', ' ', 'x'.repeat(201), 'a\0', 5, undefined]) {
      const response = await anna.call(`/${chatId}`, { method: 'PATCH', body: { title } });
      const { status, message } = await refusalOf(response);
      assert.equal(status, 400);
      assert.match(message, /^title/);
    }
    assert.deepEqual(await anna.chats(), []);
  });

  test('a body that is not JSON is refused', async () => {
    const anna = await (await start('ok')).enterAsMember();
    const send = (contentType: string, body: string) =>
      anna.call(`/${randomUUID()}/messages`, { method: 'POST', contentType, rawBody: body });
    const good = JSON.stringify({ id: randomUUID(), text: 'Hello' });
    assert.equal((await send('application/json', '{')).status, 400);
    assert.equal((await send('text/plain', good)).status, 415);
    assert.equal((await send('application/x-www-form-urlencoded', 'text=Hello')).status, 415);
    assert.deepEqual(await anna.chats(), []);
  });
});
