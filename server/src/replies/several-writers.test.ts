import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { testKeys } from '../../../testing/chats/chat.ts';
import { hear, hearBeginning, until } from '../../../testing/chats/hearing.ts';
import { linesOf, noOf } from '../../../testing/chats/person.ts';
import { onEveryChat } from '../../../testing/chats/suite.ts';
import { upstreamAnswer } from '../../../testing/server/upstream.ts';
import { addMessage, sealMessage } from '../chats/messages.ts';
import { newLease, takeLease } from './lease.ts';
import { saveEnded } from './save-reply.ts';

const attentive = { renewMs: 20 };

onEveryChat(({ start, db, upstream, database }) => {
  test('of many messages at once one is answered and the others are refused', async () => {
    const app = await start('endless', { limits: { streamsPerPerson: 20 } });
    const anna = await app.enterAsMember();
    const chatIds = Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? randomUUID() : 'same'));
    const same = randomUUID();
    const responses = await Promise.all(chatIds.map((id) => anna.send(id === 'same' ? same : id, 'Hello')));
    const refused = responses.filter(({ status }) => status !== 200);
    assert.equal(refused.length, 19);
    for (const response of refused) assert.deepEqual(await noOf(response), [409, 'REPLY_RUNNING']);
    const chats = await anna.chats();
    assert.equal(chats.length, 1);
    const [chat] = chats;
    assert.ok(chat);
    const questions = (await anna.chat(chat.id)).messages.filter(({ role }) => role === 'user');
    assert.equal(questions.length, 1);
    assert.equal((await anna.retry(chat.id)).status, 409);
    await anna.stop(chat.id);
  });

  test('of many that take the lease of a person at once one gets it', async () => {
    const anna = await (await start('ok')).enterAsMember();
    const chatId = randomUUID();
    await anna.ask(chatId, 'Hello');
    const now = Date.now();
    const wanted = { userId: anna.person.id, chatId };
    const taken = await Promise.all(
      Array.from({ length: 20 }, () => takeLease(db(), newLease(wanted, now), now).execute()),
    );
    assert.equal(taken.flat().length, 1);
  });

  test('one reply at a time holds across servers, and for each person apart', async () => {
    const [first, second] = [await start('endless'), await start('ok')];
    const anna = await first.enterAsMember();
    const bert = await second.enterAsMember();
    const chatId = randomUUID();
    await hearBeginning(await anna.send(chatId, 'Hello'));
    const annaElsewhere = second.admit(anna.person);
    assert.equal((await annaElsewhere.send(randomUUID(), 'Hello')).status, 409);
    assert.equal((await bert.ask(randomUUID(), 'Hello')).text, upstreamAnswer);
    await anna.stop(chatId);
    assert.equal((await annaElsewhere.ask(chatId, 'Again')).text, upstreamAnswer);
  });

  test('a stop that reaches another server ends the reply as well, and keeps what was written', async () => {
    const [first, second] = [await start('endless', { pace: attentive }), await start('ok')];
    const anna = await first.enterAsMember();
    const chatId = randomUUID();
    const response = await anna.send(chatId, 'Hello');
    await second.admit(anna.person).stop(chatId);
    const { text, error } = await hear(response);
    assert.equal(error, undefined);
    assert.deepEqual(linesOf(await anna.chat(chatId)).slice(1), text ? [`assistant stopped: ${text}`] : []);
    assert.equal((await second.admit(anna.person).ask(chatId, 'Again')).text, upstreamAnswer);
  });

  test('an answer that was stopped on another server is a stopped one at once, and stays one whatever comes next', async () => {
    // Seldom enough that the next question comes before the writer finds that it was stopped.
    const seldom = { renewMs: 3000, lookMs: 3000 };
    const [first, second] = [await start('endless', { pace: seldom }), await start('ok')];
    const anna = await first.enterAsMember();
    const elsewhere = second.admit(anna.person);
    const chatId = randomUUID();
    const response = await anna.send(chatId, 'Hello');
    await until(async () => (await elsewhere.chat(chatId)).messages.length === 2);
    await elsewhere.stop(chatId);
    const chat = await elsewhere.chat(chatId);
    assert.equal(chat.isReplying, false);
    assert.match(linesOf(chat)[1] ?? '', /^assistant stopped: word/);

    await elsewhere.ask(chatId, 'Again');
    await first.replies.close();
    assert.equal((await hear(response)).status, 'stopped');
    const [, stopped, ...others] = linesOf(await anna.chat(chatId));
    assert.match(stopped ?? '', /^assistant stopped: word/);
    assert.deepEqual(others, ['user complete: Again', `assistant complete: ${upstreamAnswer}`]);
  });

  test('a stop leaves alone what was interrupted before it', async () => {
    const anna = await (await start('ok')).enterAsMember();
    const chatId = randomUUID();
    await anna.ask(chatId, 'Hello');
    await db()
      .updateTable('message')
      .set({ status: 'interrupted' })
      .where('chatId', '=', chatId)
      .where('role', '=', 'assistant')
      .execute();
    const before = linesOf(await anna.chat(chatId));
    assert.equal(before[1], `assistant interrupted: ${upstreamAnswer}`);
    const wanted = { userId: anna.person.id, chatId };
    const longAgo = Date.now() - 60_000;
    await takeLease(db(), newLease(wanted, longAgo), longAgo).execute();
    await anna.stop(chatId);
    assert.deepEqual(linesOf(await anna.chat(chatId)), before);

    const now = Date.now();
    await takeLease(db(), newLease(wanted, now), now).execute();
    const question = { id: randomUUID(), position: 2, role: 'user', text: 'Again' } as const;
    const asked = { ...question, status: 'complete', createdAt: Date.now() } as const;
    await addMessage(db(), chatId, sealMessage(testKeys, chatId, asked)).execute();
    await anna.stop(chatId);
    const chat = await anna.chat(chatId);
    assert.deepEqual([linesOf(chat), chat.isReplying], [[...before, 'user complete: Again'], false]);
  });

  test('a reply that has lost its lease leaves nothing in the chat, nor when it was last used', async () => {
    const anna = await (await start('ok')).enterAsMember();
    const chatId = randomUUID();
    await anna.ask(chatId, 'Hello');
    const before = await anna.chat(chatId);
    const createdAt = Date.now() + 60_000;
    const late = {
      id: randomUUID(),
      position: 2,
      role: 'assistant',
      text: 'Late',
      status: 'complete',
    } as const;
    const message = sealMessage(testKeys, chatId, { ...late, createdAt });
    const lost = { userId: anna.person.id, chatId, ends: [1] };
    const { signal } = new AbortController();
    const isKept = await saveEnded(database(), lost, { message, signal, timeoutMs: 0 });
    assert.deepEqual([isKept, await anna.chat(chatId)], [false, before]);
  });

  test('a writer that renews its lease keeps it, however long the reply takes', async () => {
    const app = await start('endless', { pace: attentive });
    const anna = await app.enterAsMember();
    const chatId = randomUUID();
    await hearBeginning(await anna.send(chatId, 'Hello'));
    const leaseOf = () =>
      db()
        .selectFrom('reply')
        .select('leaseUntil')
        .where('userId', '=', anna.person.id)
        .executeTakeFirstOrThrow();
    const { leaseUntil } = await leaseOf();
    await until(async () => (await leaseOf()).leaseUntil > leaseUntil + 100);
    assert.equal((await anna.chat(chatId)).isReplying, true);
    await anna.stop(chatId);
  });

  test('a writer that has lost its lease ends, and what it wrote does not get into the chat', async () => {
    const [slow, quick] = [await start('endless', { pace: attentive }), await start('ok')];
    const anna = await slow.enterAsMember();
    const chatId = randomUUID();
    const { length: askedBefore } = upstream().asked;
    const response = await anna.send(chatId, 'Hello');
    await until(() => upstream().asked.length > askedBefore);
    const { abandoned } = upstream().state;
    const taken = await db()
      .updateTable('reply')
      .set({ leaseUntil: 1 })
      .where('userId', '=', anna.person.id)
      .executeTakeFirstOrThrow();
    assert.equal(taken.numUpdatedRows, 1n);
    const annaElsewhere = quick.admit(anna.person);
    const answer = await hear(await annaElsewhere.retry(chatId));
    await hear(response);
    await until(() => upstream().state.abandoned > abandoned);
    const chat = await anna.chat(chatId);
    assert.deepEqual(linesOf(chat), ['user complete: Hello', `assistant complete: ${upstreamAnswer}`]);
    assert.equal(chat.messages[1]?.id, answer.messageId);
  });

  test('a reply is seen by every server as far as it has come, and once its lease is over as interrupted', async () => {
    let aheadMs = 0;
    const writing = await start('endless', { pace: attentive });
    const reading = await start('ok', { now: () => Date.now() + aheadMs });
    const anna = await writing.enterAsMember();
    const elsewhere = reading.admit(anna.person);
    const chatId = randomUUID();
    const response = await anna.send(chatId, 'Hello');
    await until(async () => (await elsewhere.chat(chatId)).messages.length === 2);
    const seen = await elsewhere.chat(chatId);
    assert.equal(seen.isReplying, true);
    assert.match(linesOf(seen)[1] ?? '', /^assistant interrupted: word/);
    assert.deepEqual(await noOf(await elsewhere.retry(chatId)), [409, 'REPLY_RUNNING']);
    await until(async () => linesOf(await elsewhere.chat(chatId))[1] !== linesOf(seen)[1]);

    aheadMs = 60_000;
    const dead = await elsewhere.chat(chatId);
    assert.equal(dead.isReplying, false);
    assert.match(linesOf(dead)[1] ?? '', /^assistant interrupted: word/);
    const heard = await hear(await elsewhere.retry(chatId));
    // The writer was not dead, only late: it finds that it has lost the reply.
    assert.notEqual((await hear(response)).messageId, heard.messageId);
    const { messages, isReplying } = await anna.chat(chatId);
    assert.deepEqual([messages.length, messages[1]?.id, isReplying], [2, heard.messageId, false]);
  });

  test('what was kept of a reply becomes the whole of it at its end', async () => {
    const app = await start('endless', { pace: attentive });
    const anna = await app.enterAsMember();
    const chatId = randomUUID();
    const response = await anna.send(chatId, 'Hello');
    await until(async () => (await anna.chat(chatId)).messages.length === 2);
    const kept = linesOf(await anna.chat(chatId))[1] ?? '';
    await until(async () => linesOf(await anna.chat(chatId))[1] !== kept);
    await anna.stop(chatId);
    const heard = await hear(response);
    assert.ok(heard.text.length > kept.length - 'assistant interrupted: '.length);
    const chat = await anna.chat(chatId);
    assert.deepEqual(linesOf(chat), ['user complete: Hello', `assistant stopped: ${heard.text}`]);
    assert.equal(chat.messages[1]?.id, heard.messageId);
  });

  test('a retry that is overtaken between its look and its act replaces nothing', async () => {
    const anna = await (await start('ok')).enterAsMember();
    const chatId = randomUUID();
    const seen = await anna.ask(chatId, 'One');
    let meanwhile: (() => Promise<unknown>) | null = () => anna.ask(chatId, 'Two');
    const reads = db().withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        const act = meanwhile;
        meanwhile = null;
        await act?.();
        return result;
      },
    });
    const slow = (await start('ok', { reads })).admit(anna.person);
    assert.deepEqual(await noOf(await slow.retry(chatId, seen.messageId)), [409, 'CHAT_MOVED_ON']);
    const answer = `assistant complete: ${upstreamAnswer}`;
    const all = ['user complete: One', answer, 'user complete: Two', answer];
    assert.deepEqual(linesOf(await anna.chat(chatId)), all);
  });

  test('a reply whose server died blocks until its lease ends, or until it is stopped', async () => {
    let now = Date.now();
    const app = await start('empty', { now: () => now });
    const anna = await app.enterAsMember();
    const chatId = randomUUID();
    await anna.ask(chatId, 'Hello');
    const die = () =>
      db()
        .insertInto('reply')
        .values({ userId: anna.person.id, chatId, leaseUntil: now + 30_000 })
        .execute();

    await die();
    assert.equal((await anna.retry(chatId)).status, 409);
    now += 30_001;
    assert.equal((await anna.retry(chatId)).status, 200);
    await until(async () => !(await anna.chat(chatId)).isReplying);

    await die();
    assert.equal((await anna.retry(chatId)).status, 409);
    await anna.stop(chatId);
    assert.equal((await anna.retry(chatId)).status, 200);
  });
});
