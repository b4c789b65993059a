import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { readFirstWords, readReply, until } from '../../../testing/chats/read-reply.ts';
import { onEveryChat } from '../../../testing/chats/suite.ts';

const attentive = { renewMs: 20 };

onEveryChat(({ start, db, upstream }) => {
  const rowsLeft = async () => {
    const counts: Record<string, number> = {};
    for (const table of ['chat', 'message', 'reply', 'messageWindow'] as const) {
      counts[table] = (await db().selectFrom(table).selectAll().execute()).length;
    }
    return counts;
  };
  const nothing = { chat: 0, message: 0, reply: 0, messageWindow: 0 };
  const erase = (userId: string) => db().deleteFrom('user').where('id', '=', userId).execute();

  test('a user who is erased during replies leaves no row, many times over', async () => {
    const app = await start('endless');
    for (let round = 0; round < 25; round++) {
      const guest = await app.enterAsGuest();
      const chatId = randomUUID();
      const response = await guest.send(chatId, 'Hello');
      if (round % 2 === 0) await readFirstWords(response);
      await app.replies.stopAllOf(guest.person.id);
      await erase(guest.person.id);
      assert.deepEqual(await rowsLeft(), nothing);
    }
    await until(() => upstream().state.open === 0);
    assert.deepEqual(app.logged, []);
  });

  test('a user who is erased without a stop leaves no row either, and the writer ends by itself', async () => {
    const app = await start('endless', { pace: attentive });
    for (let round = 0; round < 15; round++) {
      const guest = await app.enterAsGuest();
      const response = await guest.send(randomUUID(), 'Hello');
      await erase(guest.person.id);
      await readReply(response);
    }
    await until(() => upstream().state.open === 0);
    assert.deepEqual(await rowsLeft(), nothing);
    assert.deepEqual(app.logged, []);
  });

  test('messages that race with the erasure of their user are refused or erased', async () => {
    const app = await start('endless', { pace: attentive });
    for (let round = 0; round < 15; round++) {
      const guest = await app.enterAsGuest();
      const sending = Array.from({ length: 4 }, () => guest.send(randomUUID(), 'Hello'));
      await app.replies.stopAllOf(guest.person.id);
      await erase(guest.person.id);
      for (const response of await Promise.all(sending)) {
        assert.ok([200, 401, 409].includes(response.status), String(response.status));
        await response.text();
      }
    }
    assert.deepEqual(await rowsLeft(), nothing);
    assert.deepEqual(app.logged, []);
  });

  test('a chat that is deleted during its reply is gone, and the user can ask at once', async () => {
    const app = await start('endless');
    const anna = await app.enterAsMember();
    for (let round = 0; round < 10; round++) {
      const chatId = randomUUID();
      const response = await anna.send(chatId, 'Hello');
      if (round % 2 === 0) await readFirstWords(response);
      assert.equal((await anna.call(`/${chatId}`, { method: 'DELETE' })).status, 204);
      assert.equal(app.replies.of(anna.person.id, chatId), undefined);
      assert.equal((await anna.reply(chatId)).status, 404);
    }
    assert.deepEqual(await anna.chats(), []);
    await erase(anna.person.id);
  });

  test('a chat that is deleted during a question is gone or goes on, without an error', async () => {
    const app = await start('endless');
    const anna = await app.enterAsMember();
    for (let round = 0; round < 40; round++) {
      const chatId = randomUUID();
      await (await anna.send(chatId, 'Hello')).body?.cancel();
      await app.replies.stopAllOf(anna.person.id);
      const sending = round % 2 === 0 ? anna.send(chatId, 'And more') : anna.retry(chatId);
      const deleting = Array.from({ length: 3 }, () => anna.call(`/${chatId}`, { method: 'DELETE' }));
      const statuses = await Promise.all([sending, ...deleting].map(async (answer) => (await answer).status));
      for (const status of statuses) assert.ok([200, 204, 404, 409].includes(status), String(status));
      await app.replies.stopAllOf(anna.person.id);
    }
    await erase(anna.person.id);
    assert.deepEqual(await rowsLeft(), nothing);
  });
});
