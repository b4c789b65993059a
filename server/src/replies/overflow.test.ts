import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { after, before, test } from 'node:test';
import { refusalOf } from '../../../testing/chats/person.ts';
import { onEveryChat } from '../../../testing/chats/suite.ts';
import {
  type AskedModel,
  event,
  refuses,
  type ScriptedModel,
  says,
  startScriptedModel,
  streams,
} from '../../../testing/server/scripted-model.ts';
import { openModel } from '../models/open-model.ts';

const charactersIn = ({ messages }: AskedModel) =>
  messages.reduce((sum, { content }) => sum + content.length, 0);

/** Four characters a token, as English has. */
const tokensIn = (asked: AskedModel) => Math.ceil(charactersIn(asked) / 4);

type Refuse = (response: ServerResponse, numbers: { used: number; limit: number }) => void;

const shapes: { [name: string]: Refuse } = {
  'with numbers in words': (response, { used, limit }) =>
    refuses(response, 400, {
      error: {
        message: `This model's maximum context length is ${limit} tokens. However, your messages resulted in ${used} tokens.`,
        code: 'context_length_exceeded',
      },
    }),
  'with numbers in fields': (response, { used, limit }) =>
    refuses(response, 400, {
      error: { type: 'exceed_context_size_error', message: 'exceeds', n_prompt_tokens: used, n_ctx: limit },
    }),
  'without numbers': (response) =>
    refuses(response, 400, {
      error: 'The number of tokens to keep from the initial prompt is greater than the context length',
    }),
  'of a gateway': (response) => refuses(response, 413, { detail: 'prompt is too long' }),
  'inside of a stream': (response) =>
    streams(response, [event({ error: { message: 'the request exceeds the available context size' } })]),
};

onEveryChat(({ start, db }) => {
  let server: ScriptedModel;
  before(async () => {
    server = await startScriptedModel();
  });
  after(() => server.close());

  /** Refuses more tokens than these, in this way. */
  const limitTo = (limit: number, refuse: Refuse) => {
    server.state.answer = (response, asked) => {
      const used = tokensIn(asked);
      if (used > limit) return refuse(response, { used, limit });
      return says(response, [`Yes. ${'y'.repeat(800)}`]);
    };
  };
  const enter = async (limits = {}) => {
    const model = openModel({ url: server.url, name: 'scripted', systemPrompt: 'Be kind.' });
    const app = await start('ok', { model, limits });
    return { app, guest: await app.enterAsMember(), chatId: randomUUID() };
  };
  const question = (count: number) => `${count}: ${'x'.repeat(800)}`;

  for (const [name, refuse] of Object.entries(shapes))
    test(`a conversation longer than the model's window goes on: ${name}`, async () => {
      const { guest, chatId } = await enter();
      limitTo(3500, refuse);
      // Each turn has 400 tokens: the tenth question is the first that does not fit.
      for (let count = 1; count <= 9; count++) await guest.ask(chatId, question(count));
      const before = server.state.asked.length;
      const heard = await guest.ask(chatId, question(10));
      assert.equal(heard.status, 'complete');
      const rounds = server.state.asked.slice(before);
      assert.ok(rounds.length === 2 || rounds.length === 3, String(rounds.length));
      const last = rounds.at(-1)?.messages ?? [];
      assert.equal(last[0]?.content, 'Be kind.');
      assert.match(last[1]?.content ?? '', /^1: /, 'the first turn stays');
      assert.match(last.at(-1)?.content ?? '', /^10: /);
      const { messages } = await guest.chat(chatId);
      assert.ok((messages.at(-1)?.metadata.leftOut ?? 0) > 0);
      assert.equal(messages.at(-3)?.metadata.leftOut, undefined);

      // What was learnt is kept: the next question is asked once, also by another server.
      const asked = server.state.asked.length;
      assert.equal((await guest.ask(chatId, question(11))).status, 'complete');
      const elsewhere = await start('ok', {
        model: openModel({ url: server.url, name: 'scripted', systemPrompt: 'Be kind.' }),
      });
      const there = elsewhere.admit(guest.person);
      assert.equal((await there.ask(chatId, question(12))).status, 'complete');
      assert.equal(server.state.asked.length, asked + 2);
    });

  test('a model that never takes the conversation is asked three times, and less is sent at the next try', async () => {
    const { app, guest, chatId } = await enter();
    server.state.answer = (response) => says(response, ['Yes.']);
    for (let count = 1; count <= 40; count++) await guest.ask(chatId, `Question ${count}`);
    server.state.answer = (response, asked) =>
      asked.messages.length > 2
        ? refuses(response, 400, { error: 'greater than the context length' })
        : says(response, ['Yes.']);
    let before = server.state.asked.length;
    const heard = await guest.ask(chatId, question(10));
    assert.equal(server.state.asked.length - before, 3);
    assert.equal(heard.error, 'MODEL_FAILED');
    assert.match(JSON.stringify(app.logged), /too long/);
    before = server.state.asked.length;
    assert.equal((await guest.retry(chatId)).status, 200);
    assert.ok(server.state.asked.length - before <= 3);
    assert.equal((await guest.chat(chatId)).messages.at(-1)?.metadata.status, 'complete');
  });

  test('a single question that is too long for the model is refused, and leaves nothing', async () => {
    const { guest, chatId } = await enter({ memberMessagesPerDay: 1 });
    server.state.answer = (response) => shapes['without numbers']?.(response, { used: 1, limit: 1 });
    const before = server.state.asked.length;
    const { status, code } = await refusalOf(await guest.send(chatId, question(1)));
    assert.deepEqual([status, code], [400, 'MESSAGE_TOO_LONG_FOR_MODEL']);
    assert.equal(server.state.asked.length - before, 1);
    assert.equal((await guest.call(`/${chatId}`)).status, 404);
    const { chats, characters } = await db()
      .selectFrom('user')
      .select(['chats', 'characters'])
      .where('id', '=', guest.person.id)
      .executeTakeFirstOrThrow();
    assert.deepEqual([Number(chats), Number(characters)], [0, 0]);
    server.state.answer = (response) => says(response, ['Yes.']);
    assert.equal((await guest.ask(chatId, 'Shorter')).text, 'Yes.', 'it cost no message');
  });

  test('in a chat that has messages, such a question is taken back, and the chat goes on', async () => {
    const { guest, chatId } = await enter();
    limitTo(1000, shapes['without numbers'] as Refuse);
    await guest.ask(chatId, 'First');
    const refused = await refusalOf(await guest.send(chatId, 'x'.repeat(8000)));
    assert.deepEqual([refused.status, refused.code], [400, 'MESSAGE_TOO_LONG_FOR_MODEL']);
    assert.equal((await guest.chat(chatId)).messages.length, 2);
    assert.equal((await guest.ask(chatId, 'Second')).status, 'complete');
    const text = (
      await db().selectFrom('message').select('characters').where('chatId', '=', chatId).execute()
    )
      .map(({ characters }) => characters)
      .reduce((sum, each) => sum + each, 0);
    const stored = await db()
      .selectFrom('user')
      .select('characters')
      .where('id', '=', guest.person.id)
      .executeTakeFirstOrThrow();
    assert.equal(Number(stored.characters), text);
  });

  test('a model that says so late tells it in the stream, and the question is taken back, too', async () => {
    const { guest, chatId } = await enter();
    const late = Promise.withResolvers<void>();
    server.state.answer = async (response) => {
      await late.promise;
      refuses(response, 413, {});
    };
    const answer = await guest.send(chatId, question(1));
    assert.equal(answer.status, 200);
    late.resolve();
    assert.match(await answer.text(), /"errorText":"MESSAGE_TOO_LONG_FOR_MODEL"/);
    assert.equal((await guest.call(`/${chatId}`)).status, 404);
  });

  test('a question longer than MODEL_CONTEXT_TOKENS is refused before it is kept', async () => {
    const model = openModel({ url: server.url, name: 'scripted', contextTokens: 500 });
    const guest = await (await start('ok', { model })).enterAsMember();
    const chatId = randomUUID();
    const before = server.state.asked.length;
    const { status, code } = await refusalOf(await guest.send(chatId, 'x'.repeat(2000)));
    assert.deepEqual([status, code], [400, 'MESSAGE_TOO_LONG_FOR_MODEL']);
    assert.equal(server.state.asked.length, before);
    assert.equal((await guest.call(`/${chatId}`)).status, 404);
  });

  test('a window without room for the reply gets a shorter reply, and the chat remembers', async () => {
    const { guest, chatId } = await enter();
    server.state.answer = (response, asked) => {
      const used = tokensIn(asked);
      if (used + asked.max_tokens <= 4096) return says(response, ['Yes.']);
      refuses(response, 400, {
        message: `This model's maximum context length is 4096 tokens. However, you requested ${used + asked.max_tokens} tokens (${used} in the messages, ${asked.max_tokens} in the completion).`,
      });
    };
    const before = server.state.asked.length;
    assert.equal((await guest.ask(chatId, question(1))).text, 'Yes.');
    assert.equal(server.state.asked.length - before, 2);
    assert.equal((await guest.ask(chatId, 'And?')).text, 'Yes.');
    assert.equal(server.state.asked.length - before, 3);
  });

  test('a window that is full in the middle of a reply ends it like a length', async () => {
    const { guest, chatId } = await enter();
    server.state.answer = (response) =>
      streams(response, [
        event({ choices: [{ delta: { content: 'Yes, but' } }] }),
        event({ error: 'Reached context length of 4096 tokens with current model' }),
      ]);
    await guest.ask(chatId, 'Hello');
    const { metadata } = (await guest.chat(chatId)).messages[1] ?? {};
    assert.deepEqual([metadata?.status, metadata?.ending], ['complete', 'length']);
  });
});
