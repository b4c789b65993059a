import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { countsOf, linesOf, sendUntil, statusAndCode } from '../../../testing/chats/person.ts';
import { readReply } from '../../../testing/chats/read-reply.ts';
import { onEveryChat } from '../../../testing/chats/suite.ts';
import { upstreamAnswer } from '../../../testing/server/upstream.ts';
import { spendMessage } from './question/quota.ts';

onEveryChat(({ start, db }) => {
  test('of 64 messages of a guest at once five are accepted if five are allowed', async () => {
    const app = await start('ok');
    const { person } = await app.enterAsGuest();
    const spending = { userId: person.id, most: 5, windowMs: 3_600_000, now: Date.now() };
    const all = await Promise.all(Array.from({ length: 64 }, () => spendMessage(db(), spending).execute()));
    assert.equal(all.flat().length, 5);
  });

  test('64 messages of a guest, each repeated until it has a final answer, are five questions', async () => {
    const app = await start('ok', { limits: { guestMessagesPerHour: 5, streamsPerPerson: 64 } });
    const guest = await app.enterAsGuest();
    const sendUntilDecided = () => sendUntil(guest, () => randomUUID());
    const statuses = await Promise.all(Array.from({ length: 64 }, sendUntilDecided));
    assert.deepEqual(countsOf(statuses), { 200: 5, 429: 59 });
    assert.equal((await guest.chats()).length, 5);
  });

  test('the limit says when it ends, counts retries, and ignores deletions', async () => {
    let now = 1_900_000_000_000;
    const app = await start('ok', { limits: { guestMessagesPerHour: 2 }, now: () => now });
    const guest = await app.enterAsGuest();
    const chatId = randomUUID();
    await guest.ask(chatId, 'One');
    now += 600_000;
    await readReply(await guest.retry(chatId));

    const refused = await guest.send(chatId, 'Three');
    assert.equal(refused.headers.get('retry-after'), '3000');
    assert.deepEqual(await statusAndCode(refused), [429, 'TOO_MANY_MESSAGES']);
    assert.equal((await guest.retry(chatId)).status, 429);
    assert.deepEqual(linesOf(await guest.chat(chatId)), [
      'user complete: One',
      `assistant complete: ${upstreamAnswer}`,
    ]);

    assert.equal((await guest.call(`/${chatId}`, { method: 'DELETE' })).status, 204);
    assert.equal((await guest.send(randomUUID(), 'Four')).status, 429);
    assert.deepEqual(await guest.chats(), []);

    now += 3_000_000;
    assert.equal((await guest.ask(randomUUID(), 'Five')).text, upstreamAnswer);
  });

  test('a refused message is not counted', async () => {
    const app = await start('ok', { limits: { guestMessagesPerHour: 1, messageCharacters: 10 } });
    const [guest, other] = [await app.enterAsGuest(), await app.enterAsMember()];
    const foreign = randomUUID();
    await other.ask(foreign, 'Mine');
    assert.equal((await guest.send(foreign, 'Hello')).status, 404);
    assert.equal((await guest.send(randomUUID(), 'x'.repeat(11))).status, 400);
    assert.equal((await guest.retry(randomUUID())).status, 404);
    assert.equal((await guest.ask(randomUUID(), 'Hello')).text, upstreamAnswer);
  });

  test('a member has a separate limit for 24 hours from the first message', async () => {
    let now = 1_900_000_000_000;
    const limits = { guestMessagesPerHour: 1, memberMessagesPerDay: 3, streamsPerPerson: 64 };
    const app = await start('ok', { limits, now: () => now });
    const anna = await app.enterAsMember();
    const sendUntilDecided = () => sendUntil(anna, () => randomUUID());
    const statuses = await Promise.all(Array.from({ length: 64 }, sendUntilDecided));
    assert.deepEqual(countsOf(statuses), { 200: 3, 429: 61 });
    now += 3_600_000;
    const refused = await anna.send(randomUUID(), 'Four');
    assert.equal(refused.headers.get('retry-after'), String(23 * 3600));
    assert.deepEqual(await statusAndCode(refused), [429, 'TOO_MANY_MESSAGES']);
    now += 23 * 3_600_000;
    assert.equal((await anna.ask(randomUUID(), 'Five')).text, upstreamAnswer);
  });

  test('the length of a message is counted in characters, without surrounding spaces', async () => {
    const anna = await (await start('ok', { limits: { messageCharacters: 10 } })).enterAsMember();
    const chatId = randomUUID();
    assert.equal((await anna.ask(chatId, `  ${'😀'.repeat(10)}\n`)).error, undefined);
    const refused = await anna.send(chatId, '😀'.repeat(11));
    assert.deepEqual(await statusAndCode(refused), [400, 'MESSAGE_TOO_LONG']);
    assert.equal(linesOf(await anna.chat(chatId))[0], `user complete: ${'😀'.repeat(10)}`);
  });

  test('a message that the network repeats is saved once', async () => {
    const [slow, quick, mute] = [await start('endless'), await start('ok'), await start('empty')];
    const anna = await mute.enterAsMember();
    const chatId = randomUUID();
    const message = { id: randomUUID() };
    await readReply(await anna.send(chatId, 'Hello', message));

    const running = slow.admit(anna.person);
    await running.send(chatId, 'Hello', message);
    assert.equal((await running.send(chatId, 'Hello', message)).status, 409);
    await running.stop(chatId);

    const unanswered = randomUUID();
    await readReply(await anna.send(unanswered, 'Hello', message));
    const answered = quick.admit(anna.person);
    assert.equal((await answered.send(unanswered, 'Something else', message)).status, 409);
    assert.equal((await readReply(await answered.send(unanswered, 'Hello', message))).text, upstreamAnswer);
    const again = await answered.send(unanswered, 'Hello', message);
    assert.deepEqual(await statusAndCode(again), [409, 'NOTHING_TO_RETRY']);
    assert.equal((await answered.chat(unanswered)).messages.length, 2);
  });
});
