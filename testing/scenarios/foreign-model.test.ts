import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { LLMock } from '@copilotkit/aimock';
import { openModel } from '../../server/src/models/open-model.ts';
import { partOf } from '../chats/person.ts';
import { readReply } from '../chats/read-reply.ts';
import { onEveryChat } from '../chats/suite.ts';

const finished = (content: string, finishReason: string) => ({ content, finishReason });

// A model server that others wrote, with its chaos: https://aimock.copilotkit.dev/chaos-testing
onEveryChat(({ start }) => {
  let server: LLMock;
  before(async () => {
    server = new LLMock({ port: 0, logLevel: 'silent' });
    server.onMessage('greet', { content: 'Good morning, and welcome.' }, { chunkSize: 4 });
    server.onMessage('think', { content: 'Forty-two.', reasoning: 'Six times seven.' });
    server.onMessage('write a novel', finished('It was a dark', 'length'));
    server.onMessage('cut off', finished(' and stormy night.', 'stop'));
    server.onMessage('forbidden', finished('I can', 'content_filter'));
    server.onMessage('weather', { toolCalls: [{ name: 'get_weather', arguments: '{}' }] });
    server.onMessage(
      'break',
      { content: 'one two three four five' },
      { chunkSize: 4, latency: 50, truncateAfterChunks: 3 },
    );
    server.onMessage('too long', {
      error: {
        message: "This model's maximum context length is 4096 tokens.",
        code: 'context_length_exceeded',
      },
      status: 400,
    });
    await server.start();
  });
  after(() => server.stop());

  const enter = async (options: { patienceMs?: number } = {}) => {
    const model = openModel({ url: `${server.url}/v1`, name: 'o4-mini', apiKey: 'mock', ...options });
    const app = await start('ok', { model });
    const guest = await app.enterAsGuest();
    const chatId = randomUUID();
    return {
      guest,
      chatId,
      last: async () => {
        const reply = (await guest.chat(chatId)).messages.at(-1);
        const parts = reply?.parts ?? [];
        return {
          text: partOf(parts, 'text'),
          thoughts: partOf(parts, 'reasoning'),
          ...reply?.metadata,
          createdAt: undefined,
        };
      },
    };
  };
  const said = (text: string, more: object = {}) => ({
    text,
    thoughts: '',
    status: 'complete',
    createdAt: undefined,
    ...more,
  });

  for (const [question, expected] of [
    ['greet me', said('Good morning, and welcome.')],
    ['think', said('Forty-two.', { thoughts: 'Six times seven.' })],
    ['write a novel', said('It was a dark', { ending: 'length' })],
    ['something forbidden', said('I can', { status: 'stopped', ending: 'filter' })],
    ['the weather', said('', { status: 'failed', ending: 'tools' })],
  ] as const)
    test(`aimock: ${question}`, async () => {
      const { guest, chatId, last } = await enter();
      await guest.ask(chatId, question);
      assert.deepEqual(await last(), expected);
    });

  test('aimock: a reply that was cut off is continued', async () => {
    const { guest, chatId, last } = await enter();
    const { messageId = '' } = await guest.ask(chatId, 'write a novel');
    await readReply(await guest.grow(chatId, messageId));
    assert.deepEqual(await last(), said('It was a dark and stormy night.'));
  });

  test('aimock: a stream that breaks is kept as interrupted', async () => {
    const { guest, chatId, last } = await enter();
    await guest.ask(chatId, 'break');
    const { text, status } = await last();
    assert.equal(status, 'interrupted');
    assert.match(text, /^one/);
  });

  test('aimock: a question that is too long for the model is refused', async () => {
    const { guest, chatId } = await enter();
    const answer = await guest.send(chatId, 'too long');
    assert.equal(answer.status, 400);
    assert.match(await answer.text(), /MESSAGE_TOO_LONG_FOR_MODEL/);
  });

  for (const [mode, chaos] of Object.entries({
    'errors 500': { dropRate: 1 },
    'bodies that are no JSON': { malformedRate: 1 },
    'rate limits': { rateLimitRate: 1 },
    'broken connections': { disconnectRate: 1 },
  }))
    test(`aimock: after ${mode} the question is there, and is answered later`, async () => {
      const { guest, chatId, last } = await enter({ patienceMs: 10_000 });
      server.setChaos(chaos);
      const heard = await guest.ask(chatId, 'greet me');
      server.clearChaos();
      assert.equal(heard.error, 'MODEL_FAILED');
      assert.equal((await guest.chat(chatId)).messages[0]?.role, 'user');
      await readReply(await guest.retry(chatId));
      assert.deepEqual(await last(), said('Good morning, and welcome.'));
    });

  test('aimock: a model that is slow to begin is waited for', async () => {
    const { guest, chatId, last } = await enter();
    server.setChaos({ latencyMs: 4000 });
    await guest.ask(chatId, 'greet me');
    server.clearChaos();
    assert.deepEqual(await last(), said('Good morning, and welcome.'));
  });
});
