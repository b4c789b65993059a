import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readReply } from '../../../testing/chats/read-reply.ts';
import { onEveryChat } from '../../../testing/chats/suite.ts';
import { upstreamKey } from '../../../testing/server/upstream.ts';
import { fitConversation } from './fit-conversation.ts';
import { openModel } from './open-model.ts';
import { estimateTokens } from './tokens.ts';

type ModelMessage = { role: 'user' | 'assistant'; text: string };

const text = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.nat(3000).map((length) => 'x'.repeat(length)),
);
/** Questions with or without replies; the last one is new. */
const conversation: fc.Arbitrary<ModelMessage[]> = fc
  .tuple(fc.array(fc.tuple(text, fc.option(text)), { maxLength: 12 }), text)
  .map(([turns, question]) => [
    ...turns.flatMap(([asked, replied]): ModelMessage[] => [
      { role: 'user', text: asked },
      ...(replied === null ? [] : [{ role: 'assistant' as const, text: replied }]),
    ]),
    { role: 'user', text: question },
  ]);
const bounds = fc.record({
  systemPrompt: text,
  contextTokens: fc.integer({ min: 1, max: 4000 }),
});

const tokensOf = (messages: ModelMessage[]) =>
  messages.reduce((sum, { text }) => sum + estimateTokens(text), 0);

describe('what is sent of a conversation', () => {
  const holds = (check: (sent: ModelMessage[], all: ModelMessage[], room: number) => void) =>
    fc.assert(
      fc.property(conversation, bounds, (all, limits) => {
        const sent = fitConversation(all, limits);
        check(sent, all, limits.contextTokens - estimateTokens(limits.systemPrompt));
      }),
    );
  const turnsOf = (messages: ModelMessage[]) =>
    messages.slice(0, -1).reduce<ModelMessage[][]>((turns, message) => {
      if (message.role === 'user') turns.push([message]);
      else turns.at(-1)?.push(message);
      return turns;
    }, []);

  test('fits, unless the question alone does not, and ends with the question', () => {
    holds((sent, all, room) => {
      assert.equal(sent.at(-1), all.at(-1));
      if (sent.length > 1) assert.ok(tokensOf(sent) <= room);
    });
  });

  test('is in order, in whole turns, and begins with a question', () => {
    holds((sent, all) => {
      const places = sent.map((message) => all.indexOf(message));
      assert.deepEqual(
        places,
        [...places].sort((a, b) => a - b),
      );
      assert.equal(sent[0]?.role, 'user');
      const turns = turnsOf(all);
      for (const turn of turnsOf(sent))
        assert.ok(turns.some((whole) => whole[0] === turn[0] && whole.length === turn.length));
    });
  });

  test('contains the first turn if it fits next to the question', () => {
    holds((sent, all, room) => {
      const [first] = turnsOf(all);
      const question = all.slice(-1);
      if (first && tokensOf([...first, ...question]) <= room) assert.equal(sent[0], first[0]);
    });
  });

  test('leaves out only the oldest turns after the first, and no more than necessary', () => {
    holds((sent, all, room) => {
      const [first = [], ...later] = turnsOf(all);
      const left = later.filter(([asked]) => asked && !sent.includes(asked));
      assert.deepEqual(left, later.slice(0, left.length));
      const next = left.at(-1);
      if (next) assert.ok(tokensOf([...sent, ...next]) > room);
      if (left.length === 0 && tokensOf([...first, ...later.flat(), ...all.slice(-1)]) <= room)
        assert.deepEqual(sent, all);
    });
  });
});

onEveryChat(({ start, upstream }) => {
  test('each of sixty long messages sends no more than what fits', async () => {
    const tokens = { contextTokens: 32_000, replyTokens: 77 };
    const model = openModel({
      url: upstream().url,
      name: 'ok',
      apiKey: upstreamKey,
      systemPrompt: 'Be kind.',
      ...tokens,
    });
    const anna = await (await start('ok', { model })).enterAsMember();
    const chatId = randomUUID();
    const before = upstream().asked.length;
    for (let count = 1; count <= 60; count++)
      await readReply(await anna.send(chatId, `${count}: ${'x'.repeat(7990)}`));
    const asked = upstream().asked.slice(before);
    const sizes = asked.map(({ messages }) => messages.reduce((sum, { content }) => sum + content.length, 0));
    assert.equal(asked.length, 60);
    assert.ok(Math.max(...sizes) <= 3 * 32_000, String(Math.max(...sizes)));
    assert.ok(Math.max(...sizes) > 3 * 32_000 - 9000, String(Math.max(...sizes)));
    const last = asked.at(-1);
    assert.equal(last?.max_tokens, 77);
    const beginnings = last?.messages
      .filter(({ role }) => role === 'user')
      .map(({ content }) => Number.parseInt(content, 10));
    assert.deepEqual(beginnings, [1, ...Array.from({ length: 10 }, (_, i) => 51 + i)]);
    assert.equal(last?.messages[0]?.content, 'Be kind.');
    assert.equal((await anna.chat(chatId)).messages.length, 120);
  });
});
