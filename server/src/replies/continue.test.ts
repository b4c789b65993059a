import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { partOf, statusAndCode } from '../../../testing/chats/person.ts';
import { readFirstWords, readReply, until } from '../../../testing/chats/read-reply.ts';
import { onEveryChat } from '../../../testing/chats/suite.ts';
import {
  delta,
  refuses,
  type ScriptedModel,
  says,
  startScriptedModel,
} from '../../../testing/server/scripted-model.ts';
import { openModel } from '../models/open-model.ts';

onEveryChat(({ start, db }) => {
  let server: ScriptedModel;
  before(async () => {
    server = await startScriptedModel();
  });
  after(() => server.close());

  /** A guest whose last reply is cut off. */
  const enterCutOff = async (limits = {}) => {
    const model = openModel({ url: server.url, name: 'scripted' });
    const app = await start('ok', { model, limits });
    const guest = await app.enterAsGuest();
    const chatId = randomUUID();
    server.state.answer = (response) => says(response, ['<think>Hm.</think>', 'Good morn'], 'length');
    const { messageId = '' } = await guest.ask(chatId, 'Greet me');
    const shown = async () => (await guest.chat(chatId)).messages;
    return { app, guest, chatId, messageId, shown };
  };

  test('the same message grows, and costs no message', async () => {
    const { guest, chatId, messageId, shown } = await enterCutOff({ guestMessagesPerHour: 1 });
    server.state.answer = (response) => says(response, ['<think>More.</think>', 'ing', ', and'], 'length');
    const heard = await readReply(await guest.grow(chatId, messageId));
    assert.deepEqual([heard.messageId, heard.text, heard.status], [messageId, 'ing, and', 'complete']);
    assert.deepEqual(
      server.state.asked.at(-1)?.messages.map(({ role, content }) => `${role}: ${content.slice(0, 26)}`),
      ['user: Greet me', 'assistant: Good morn', 'user: Your last message was cut '],
    );
    server.state.answer = (response) => says(response, [' welcome.']);
    await readReply(await guest.grow(chatId, messageId));
    const messages = await shown();
    assert.equal(messages.length, 2);
    const { id, parts = [], metadata } = messages[1] ?? {};
    assert.equal(id, messageId);
    assert.equal(partOf(parts, 'text'), 'Good morning, and welcome.');
    assert.equal(partOf(parts, 'reasoning'), 'Hm.More.');
    assert.deepEqual([metadata?.status, metadata?.ending], ['complete', undefined]);
    assert.deepEqual(await statusAndCode(await guest.send(chatId, 'More')), [429, 'TOO_MANY_MESSAGES']);
    const rows = await db().selectFrom('message').select('characters').where('chatId', '=', chatId).execute();
    const { characters } = await db()
      .selectFrom('user')
      .select('characters')
      .where('id', '=', guest.person.id)
      .executeTakeFirstOrThrow();
    assert.equal(
      Number(characters),
      rows.reduce((sum, row) => sum + row.characters, 0),
    );
  });

  test('only the last message, and only one that was cut off, can be continued', async () => {
    const { guest, chatId, messageId, shown } = await enterCutOff();
    const grow = async (last: string, chat = chatId) => statusAndCode(await guest.grow(chat, last));
    assert.deepEqual(await grow(messageId, randomUUID()), [404, 'CHAT_NOT_FOUND']);
    assert.deepEqual(await grow(randomUUID()), [409, 'CHAT_MOVED_ON']);
    assert.deepEqual(await grow((await shown())[0]?.id ?? ''), [409, 'CHAT_MOVED_ON']);
    server.state.answer = (response) => says(response, ['Yes.']);
    const { messageId: complete = '' } = await guest.ask(chatId, 'Sure?');
    assert.deepEqual(await grow(messageId), [409, 'CHAT_MOVED_ON']);
    assert.deepEqual(await grow(complete), [409, 'NOTHING_TO_RETRY']);
    assert.deepEqual(await grow('x'), [400, 'INVALID_INPUT']);
    assert.equal((await guest.call(`/${chatId}/continue`, { body: {} })).status, 400);
  });

  test('a reply does not grow without end', async () => {
    const { guest, chatId } = await enterCutOff();
    server.state.answer = (response) => says(response, ['x'.repeat(100_000)], 'length');
    const { messageId = '' } = await guest.ask(chatId, 'Write a book');
    assert.deepEqual(await statusAndCode(await guest.grow(chatId, messageId)), [409, 'NOTHING_TO_RETRY']);
  });

  test('a stranger finds no chat to continue', async () => {
    const { app, chatId, messageId } = await enterCutOff();
    const stranger = await app.enterAsGuest();
    assert.deepEqual(await statusAndCode(await stranger.grow(chatId, messageId)), [404, 'CHAT_NOT_FOUND']);
  });

  test('it counts as a model call, and needs room for more text', async () => {
    const { guest, chatId, messageId } = await enterCutOff({ modelCallsPerDay: 1_000_000 });
    const calls = async () =>
      (await db().selectFrom('modelCalls').select('count').executeTakeFirst())?.count ?? 0;
    const before = await calls();
    server.state.answer = (response) => says(response, ['ing'], 'length');
    await readReply(await guest.grow(chatId, messageId));
    assert.equal(await calls(), before + 1);

    const model = openModel({ url: server.url, name: 'scripted' });
    const strict = (await start('ok', { model, limits: { charactersPerPerson: 15 } })).admit(guest.person);
    assert.deepEqual(await statusAndCode(await strict.grow(chatId, messageId)), [409, 'STORAGE_SPENT']);
  });

  test('two tabs cannot continue at once', async () => {
    const { guest, chatId, messageId, shown } = await enterCutOff();
    server.state.answer = (response) => says(response, ['ing.']);
    const answers = await Promise.all([1, 2, 3, 4].map(() => guest.grow(chatId, messageId)));
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    for (const text of texts.filter((each) => each.startsWith('{')))
      assert.match(text, /REPLY_RUNNING|NOTHING_TO_RETRY/);
    assert.equal(partOf((await shown())[1]?.parts ?? [], 'text'), 'Good morning.');
  });

  test('a model that fails before the first new word changes nothing, and it can be continued later', async () => {
    const { guest, chatId, messageId, shown } = await enterCutOff();
    const before = await shown();
    server.state.answer = (response) => refuses(response, 401, {});
    assert.equal((await readReply(await guest.grow(chatId, messageId))).error, 'MODEL_FAILED');
    assert.deepEqual(await shown(), before);
    server.state.answer = (response) => says(response, ['ing.']);
    await readReply(await guest.grow(chatId, messageId));
    assert.equal(partOf((await shown())[1]?.parts ?? [], 'text'), 'Good morning.');
  });

  test('somebody who opens the chat meanwhile reads the whole message, and a stop keeps what has come', async () => {
    const { guest, chatId, messageId, shown } = await enterCutOff();
    server.state.answer = (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(delta({ content: 'ing, ' }));
    };
    await readFirstWords(await guest.grow(chatId, messageId));
    assert.equal((await guest.chat(chatId)).isReplying, true);
    const following = guest.reply(chatId).then(readReply);
    await until(async () => (await guest.stop(chatId)).status === 204);
    const followed = await following;
    assert.deepEqual(
      [followed.messageId, followed.text, followed.status],
      [messageId, 'Good morning, ', 'stopped'],
    );
    const [, reply] = await shown();
    assert.equal(partOf(reply?.parts ?? [], 'text'), 'Good morning, ');
    assert.deepEqual([reply?.metadata.status, reply?.metadata.ending], ['stopped', undefined]);
  });
});
