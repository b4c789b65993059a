import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { testKeys } from '../../../testing/chats/chat.ts';
import { countsOf, linesOf, sendUntil, statusAndCode } from '../../../testing/chats/person.ts';
import { readFirstWords, readReply, until } from '../../../testing/chats/read-reply.ts';
import { onEveryChat } from '../../../testing/chats/suite.ts';
import { upstreamAnswer } from '../../../testing/server/upstream.ts';
import { messageColumns, openMessage } from '../chats/messages.ts';
import { takeStorage } from '../chats/storage-quota.ts';

const crowd = { streamsPerPerson: 64 };

onEveryChat(({ start, db }) => {
  /** The stored counts of a user. */
  const countedFor = async (userId: string) => {
    const row = await db()
      .selectFrom('user')
      .select(['chats', 'characters'])
      .where('id', '=', userId)
      .executeTakeFirstOrThrow();
    return { ...row };
  };

  /** What is really stored. */
  const keptBy = async (userId: string) => {
    const chats = await db()
      .selectFrom('chat')
      .select('id')
      .where('userId', '=', userId)
      .where('deletedAt', 'is', null)
      .execute();
    const texts = await db()
      .selectFrom('message')
      .innerJoin('chat', 'chat.id', 'message.chatId')
      .select(['chatId', ...messageColumns])
      .where('userId', '=', userId)
      .where('deletedAt', 'is', null)
      .execute();
    const all = texts.map(({ chatId, ...message }) => openMessage(testKeys, chatId, message).text);
    return { chats: chats.length, characters: [...all.join('')].length };
  };

  test('a user can store a limited number of chats, and deleting one makes room', async () => {
    const app = await start('ok', { limits: { ...crowd, chatsPerPerson: 3 } });
    const anna = await app.enterAsMember();
    const statuses = await Promise.all(Array.from({ length: 24 }, () => sendUntil(anna, () => randomUUID())));
    assert.deepEqual(countsOf(statuses), { 200: 3, 409: 21 });
    assert.deepEqual(await statusAndCode(await anna.send(randomUUID(), 'Hello')), [409, 'TOO_MANY_CHATS']);
    const [first, second] = await anna.chats();
    assert.equal((await anna.ask(second?.id ?? '', 'More')).text, upstreamAnswer);
    assert.equal((await anna.call(`/${first?.id}`, { method: 'DELETE' })).status, 204);
    assert.equal((await anna.ask(randomUUID(), 'Hello')).text, upstreamAnswer);
    assert.equal((await anna.chats()).length, 3);
    assert.equal((await (await start('ok')).admit(anna.person).send(randomUUID(), 'Hello')).status, 200);
  });

  test('a full chat accepts no question, but its last one can be answered again', async () => {
    const app = await start('ok', { limits: { ...crowd, messagesPerChat: 5 } });
    const guest = await app.enterAsGuest();
    const chatId = randomUUID();
    const statuses = await Promise.all(Array.from({ length: 12 }, () => sendUntil(guest, () => chatId)));
    assert.deepEqual(countsOf(statuses), { 200: 2, 409: 10 });
    assert.deepEqual(await statusAndCode(await guest.send(chatId, 'Hello')), [409, 'CHAT_FULL']);
    assert.equal((await readReply(await guest.retry(chatId))).text, upstreamAnswer);
    assert.equal((await guest.chat(chatId)).messages.length, 4);
    assert.equal((await guest.ask(randomUUID(), 'Hello')).text, upstreamAnswer);
  });

  test('parallel questions cannot exceed the limit together', async () => {
    for (const limits of [
      { chatsPerPerson: 100, charactersPerPerson: 55 },
      { chatsPerPerson: 5, charactersPerPerson: 1000 },
    ]) {
      const { person } = await (await start('ok')).enterAsGuest();
      const added = { chats: 1, characters: 10 };
      const all = await Promise.all(
        Array.from({ length: 64 }, () => takeStorage(db(), person.id, added, limits).execute()),
      );
      assert.equal(all.flat().length, 5);
      assert.deepEqual(await countedFor(person.id), { chats: 5, characters: 50 });
    }
  });

  test('a user without room for text is refused until a chat is deleted', async () => {
    const app = await start('ok', { limits: { charactersPerPerson: 60 } });
    const guest = await app.enterAsGuest();
    const [one, two] = [randomUUID(), randomUUID()];
    assert.deepEqual(await statusAndCode(await guest.send(one, 'x'.repeat(61))), [409, 'STORAGE_SPENT']);
    await guest.ask(one, '😀'.repeat(20));
    assert.deepEqual(await statusAndCode(await guest.send(two, 'x'.repeat(20))), [409, 'STORAGE_SPENT']);
    assert.deepEqual(await guest.chats().then((chats) => chats.length), 1);
    await guest.ask(two, 'x'.repeat(60 - 20 - upstreamAnswer.length));
    assert.deepEqual(await statusAndCode(await guest.send(two, 'x')), [409, 'STORAGE_SPENT']);
    // The reply exceeds the limit: it was accepted with its question. A retry replaces it.
    assert.equal((await readReply(await guest.retry(two))).text, upstreamAnswer);
    await guest.call(`/${one}`, { method: 'DELETE' });
    assert.equal((await guest.ask(two, 'x')).text, upstreamAnswer);
  });

  test('the count is what is really stored, whatever happened', async () => {
    const pace = { renewMs: 20 };
    const [quick, slow] = [await start('ok', { pace }), await start('endless', { pace })];
    const anna = await quick.enterAsMember();
    const slowly = slow.admit(anna.person);
    const [one, two, three] = [randomUUID(), randomUUID(), randomUUID()];
    const agree = async () =>
      assert.deepEqual(await countedFor(anna.person.id), await keptBy(anna.person.id));

    await anna.ask(one, 'What do herons eat? 🦩');
    await agree();
    await readReply(await anna.retry(one));
    await agree();
    // A growing reply is saved again and again.
    const growing = await slowly.send(two, 'Go on');
    await until(async () => (await slowly.chat(two)).messages.length === 2);
    const { characters } = await countedFor(anna.person.id);
    await until(async () => (await countedFor(anna.person.id)).characters > characters);
    await slowly.stop(two);
    await readReply(growing);
    await agree();
    // A stop from another server, and a chat deleted during its reply.
    const stopped = await slowly.retry(two);
    await until(async () => (await slowly.chat(two)).messages.length === 2);
    await anna.stop(two);
    await readReply(stopped);
    await agree();
    await readFirstWords(await slowly.send(three, 'Go on'));
    await anna.call(`/${three}`, { method: 'DELETE' });
    await slow.replies.stopAllOf(anna.person.id);
    await agree();
    assert.match(linesOf(await anna.chat(one)).join(), /herons/);
    await Promise.all(Array.from({ length: 4 }, () => anna.call(`/${one}`, { method: 'DELETE' })));
    await agree();
    await anna.call(`/${two}`, { method: 'DELETE' });
    assert.deepEqual(await countedFor(anna.person.id), { chats: 0, characters: 0 });
  });

  test('a chat that an older server did not count never makes the count negative', async () => {
    const anna = await (await start('ok')).enterAsMember();
    const chatId = randomUUID();
    await anna.ask(chatId, 'Hello');
    await db()
      .updateTable('user')
      .set({ chats: 0, characters: 3 })
      .where('id', '=', anna.person.id)
      .execute();
    await anna.call(`/${chatId}`, { method: 'DELETE' });
    assert.deepEqual(await countedFor(anna.person.id), { chats: 0, characters: 0 });
  });

  test('a user with five open streams gets no sixth until one closes', async () => {
    const app = await start('endless');
    const anna = await app.enterAsMember();
    const chatId = randomUUID();
    const first = new AbortController();
    const stream = await anna.send(chatId, 'Hello', { signal: first.signal });
    const others = await Promise.all(Array.from({ length: 12 }, () => anna.reply(chatId)));
    const statuses = others.map(({ status }) => status);
    assert.deepEqual(countsOf(statuses), { 200: 4, 429: 8 });
    const refused = others.find(({ status }) => status === 429);
    assert.deepEqual(refused && (await statusAndCode(refused)), [429, 'TOO_MANY_STREAMS']);
    for (const act of [() => anna.send(randomUUID(), 'Hello'), () => anna.retry(chatId)])
      assert.deepEqual(await statusAndCode(await act()), [429, 'TOO_MANY_STREAMS']);
    assert.equal((await anna.chats()).length, 1);

    const bert = await app.enterAsMember();
    assert.equal((await bert.send(randomUUID(), 'Hello')).status, 200);
    // Neither a HEAD request nor a closed connection keeps a place.
    for (let times = 0; times < 6; times++) await anna.call(`/${chatId}/reply`, { method: 'HEAD' });
    // Held until here: fetch closes a response that nobody references.
    assert.equal(stream.status, 200);
    first.abort();
    await until(async () => (await anna.reply(chatId)).status === 200);
    assert.equal((await anna.reply(chatId)).status, 429);
    await app.replies.stopAllOf(anna.person.id);
    for (const other of others) if (other.status === 200) await readReply(other);
    await until(async () => (await anna.retry(chatId)).status === 200);
    await app.replies.close();
  });

  test('neither refused nor finished requests keep a place', async () => {
    const app = await start('ok', { limits: { streamsPerPerson: 1 } });
    const anna = await app.enterAsMember();
    const chatId = randomUUID();
    for (let times = 0; times < 3; times++) {
      assert.equal((await anna.ask(chatId, 'Hello')).text, upstreamAnswer);
      assert.equal((await anna.retry(randomUUID())).status, 404);
      assert.equal((await anna.call(`/${chatId}/messages`, { rawBody: '{' })).status, 400);
      assert.equal((await anna.reply(chatId)).status, 204);
    }
  });
});
