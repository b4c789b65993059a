import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { partOf } from '../../../testing/chats/person.ts';
import { readReply } from '../../../testing/chats/read-reply.ts';
import { onEveryChat } from '../../../testing/chats/suite.ts';
import {
  delta,
  event,
  type ScriptedModel,
  says,
  startScriptedModel,
  streams,
} from '../../../testing/server/scripted-model.ts';
import { openModel } from '../models/open-model.ts';

type Kept = { text: string; status: string; thoughts?: string; ending?: string };

const words = [delta({ role: 'assistant', content: 'Good ' }), delta({ content: 'morning.' })];
const stop = delta({}, 'stop');
const done = event('[DONE]');
const good: Kept = { text: 'Good morning.', status: 'complete' };
const greeted: Kept = { ...good, thoughts: 'The person greets me.' };
const detail = (fields: object) => delta({ reasoning_details: [fields] });

const table: { name: string; body: string[]; isHeld?: true; kept: Kept | null }[] = [
  {
    name: 'ping objects between chunks',
    body: [words[0] ?? '', event({ type: 'ping' }), event({}), words[1] ?? '', stop, done],
    kept: good,
  },
  {
    name: 'named ping events',
    body: [words[0] ?? '', 'event: ping\ndata: {"type":"ping"}\n\n', words[1] ?? '', stop, done],
    kept: good,
  },
  {
    name: 'usage without choices, with null, and with an empty list',
    body: [
      ...words,
      stop,
      event({ usage: {} }),
      event({ choices: null, usage: {} }),
      event({ choices: [] }),
      done,
    ],
    kept: good,
  },
  {
    name: 'odd types',
    body: [
      event({
        created: '1',
        choices: [{ delta: { role: 'model', content: 5, tool_calls: 'none' }, index: '0' }],
      }),
      event({ choices: [null] }),
      event({ choices: { 0: 'x' } }),
      event([1]),
      event('null'),
      event({ error: null, choices: [{ delta: { content: ' apples' }, finish_reason: 0 }] }),
      event({ error: {} }),
      event({ error: '' }),
      stop,
      done,
    ],
    kept: { text: '5 apples', status: 'complete' },
  },
  {
    name: 'an unknown finish reason',
    body: [...words, delta({}, 'something_new'), done],
    kept: good,
  },
  { name: 'left open after [DONE]', body: [...words, stop, done], isHeld: true, kept: good },
  { name: 'left open after a finish reason', body: [...words, stop], isHeld: true, kept: good },
  { name: '[DONE] without a finish reason', body: [...words, done], kept: good },
  {
    name: 'closed in order, with neither',
    body: words,
    kept: { text: 'Good morning.', status: 'interrupted' },
  },
  {
    name: 'comments for a long time',
    body: [': PROCESSING\n\n'.repeat(40), ...words, stop, done],
    kept: good,
  },
  {
    name: 'thoughts in tags',
    body: [
      delta({ content: '<think>The person greets me.' }),
      delta({ content: '</think>\n\nGood morning.' }),
      stop,
      done,
    ],
    kept: greeted,
  },
  {
    name: 'tags cut across chunks',
    body: ['<thi', 'nk>The person greets me.</th', 'ink>Good morning.']
      .map((content) => delta({ content }))
      .concat(stop, done),
    kept: greeted,
  },
  {
    name: 'only a closing tag',
    body: [
      delta({ content: 'The person greets me.' }),
      delta({ content: '</think>Good morning.' }),
      stop,
      done,
    ],
    kept: greeted,
  },
  ...['reasoning_content', 'reasoning'].map((field) => ({
    name: `thoughts in ${field}`,
    body: [delta({ [field]: 'The person greets me.' }), ...words, stop, done],
    kept: greeted,
  })),
  {
    name: 'thoughts in reasoning_details',
    body: [
      detail({ type: 'reasoning.summary', summary: 'The person ' }),
      detail({ type: 'reasoning.text', text: 'greets me.' }),
      detail({ type: 'reasoning.encrypted', data: 'xyz' }),
      ...words,
      stop,
      done,
    ],
    kept: greeted,
  },
  {
    name: 'thoughts in two fields at once',
    body: [
      delta({
        reasoning: 'The person greets me.',
        reasoning_details: [{ type: 'reasoning.text', text: 'The person greets me.' }],
      }),
      ...words,
      stop,
      done,
    ],
    kept: greeted,
  },
  {
    name: 'thoughts in parts of the content',
    body: [
      delta({ content: [{ type: 'thinking', thinking: [{ type: 'text', text: 'The person greets me.' }] }] }),
      delta({ content: [{ type: 'text', text: 'Good morning.' }] }),
      stop,
      done,
    ],
    kept: greeted,
  },
  {
    name: 'empty thoughts',
    body: [delta({ content: '<think>\n\n</think>\n\nGood morning.' }), stop, done],
    kept: good,
  },
  {
    name: 'tags in code',
    body: [delta({ content: 'Write `</think>` or\n```\n</think>\n```\n' }), stop, done],
    kept: { text: 'Write `</think>` or\n```\n</think>\n```\n', status: 'complete' },
  },
  ...['length', 'max_tokens', 'MAX_TOKENS', 'model_length'].map((reason) => ({
    name: `length reached: ${reason}`,
    body: [...words, delta({}, reason), done],
    kept: { ...good, ending: 'length' },
  })),
  {
    name: 'length reached in thought',
    body: [delta({ reasoning_content: 'Hm, hm' }), delta({}, 'length'), done],
    kept: { text: '', status: 'failed', ending: 'thinking', thoughts: 'Hm, hm' },
  },
  {
    name: 'length reached in hidden thought',
    body: [delta({ content: '' }), delta({}, 'length'), done],
    kept: { text: '', status: 'failed', ending: 'thinking' },
  },
  {
    name: 'only thoughts',
    body: [delta({ content: '<think>Hm, hm' }), stop, done],
    kept: { text: '', status: 'failed', ending: 'thinking', thoughts: 'Hm, hm' },
  },
  {
    name: 'content filter',
    body: [delta({ content: 'I can' }), delta({}, 'content_filter'), done],
    kept: { text: 'I can', status: 'stopped', ending: 'filter' },
  },
  {
    name: 'content filter before the first word',
    body: [delta({}, 'content_filter'), done],
    kept: { text: '', status: 'stopped', ending: 'filter' },
  },
  {
    name: 'refusal field',
    body: [delta({ refusal: 'I cannot help with that.' }), stop, done],
    kept: { text: 'I cannot help with that.', status: 'complete', ending: 'refusal' },
  },
  {
    name: 'tool calls nobody asked for',
    body: [
      delta({ tool_calls: [{ index: 0, id: 'a', function: { name: 'f', arguments: '{}' } }] }),
      delta({}, 'tool_calls'),
      done,
    ],
    kept: { text: '', status: 'failed', ending: 'tools' },
  },
  {
    name: 'text before a tool call',
    body: [...words, delta({ function_call: { name: 'f' } }), delta({}, 'function_call'), done],
    kept: { ...good, ending: 'tools' },
  },
  {
    name: 'error in a 200',
    body: [words[0] ?? '', event({ error: { message: 'overloaded', code: 529 } }), done],
    kept: { text: 'Good ', status: 'failed' },
  },
  {
    name: 'a named error in a 200',
    body: [words[0] ?? '', 'event: error\ndata: {"message":"overloaded"}\n\n', done],
    kept: { text: 'Good ', status: 'failed' },
  },
  {
    name: 'an error object in a 200',
    body: [words[0] ?? '', event({ object: 'error', message: 'overloaded' }), done],
    kept: { text: 'Good ', status: 'failed' },
  },
  { name: 'nothing at all', body: [stop, done], kept: null },
];

onEveryChat(({ start }) => {
  let server: ScriptedModel;
  before(async () => {
    server = await startScriptedModel();
  });
  after(() => server.close());

  const enter = async () => {
    const model = openModel({ url: server.url, name: 'scripted' });
    const app = await start('ok', { model });
    return { app, guest: await app.enterAsGuest(), chatId: randomUUID() };
  };

  for (const { name, body, isHeld, kept } of table)
    test(`a reply is kept as it was meant: ${name}`, async () => {
      server.state.answer = (response) => {
        if (!isHeld) return streams(response, body);
        response.writeHead(200, { 'content-type': 'text/event-stream' }).write(body.join(''));
      };
      const { app, guest, chatId } = await enter();
      const begun = performance.now();
      const heard = await guest.ask(chatId, 'Good morning');
      assert.ok(performance.now() - begun < 3500);
      const [, reply] = (await guest.chat(chatId)).messages;
      const found = reply && {
        text: partOf(reply.parts, 'text'),
        status: reply.metadata.status,
        ...(reply.parts.some(({ type }) => type === 'reasoning') && {
          thoughts: partOf(reply.parts, 'reasoning'),
        }),
        ...(reply.metadata.ending !== undefined && { ending: reply.metadata.ending }),
      };
      assert.deepEqual(found ?? null, kept);
      assert.equal(heard.status, kept?.status);
      const isWell = kept?.status === 'complete' || kept?.status === 'stopped';
      assert.equal(heard.error, isWell ? undefined : 'MODEL_FAILED');
      if (kept?.status !== 'complete') assert.equal(app.logged.length, 1);
    });

  test('one document instead of a stream is read', async () => {
    server.state.answer = (response) => {
      const message = { role: 'assistant', reasoning_content: 'Hm', content: 'Good morning.' };
      const choices = [{ index: 0, message, finish_reason: 'length' }];
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
      response.end(JSON.stringify({ object: 'chat.completion', choices }));
    };
    const { guest, chatId } = await enter();
    assert.equal((await guest.ask(chatId, 'Hello')).text, 'Good morning.');
    assert.equal((await guest.chat(chatId)).messages[1]?.metadata.ending, 'length');
  });

  test('a filter that refuses the question is told like one that ends the answer', async () => {
    server.state.answer = (response) => {
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify({ error: { message: 'The response was filtered', code: 'content_filter' } }),
      );
    };
    const { guest, chatId } = await enter();
    await guest.ask(chatId, 'Hello');
    const { metadata } = (await guest.chat(chatId)).messages[1] ?? {};
    assert.deepEqual([metadata?.status, metadata?.ending], ['stopped', 'filter']);
  });

  test('thoughts are never sent back, and a reply without text neither', async () => {
    const { guest, chatId } = await enter();
    server.state.answer = (response) => says(response, ['<think>secret thoughts</think>', 'One.']);
    await guest.ask(chatId, 'First');
    server.state.answer = (response) => says(response, ['<think>more secret thoughts'], 'length');
    await guest.ask(chatId, 'Second');
    server.state.answer = (response) => says(response, ['Three.']);
    await guest.ask(chatId, 'Third');
    assert.deepEqual(
      server.state.asked.at(-1)?.messages.map(({ role, content }) => `${role}: ${content}`),
      ['user: First', 'assistant: One.', 'user: Second\n\nThird'],
    );
  });

  test('thoughts come while the model thinks, and a text that turns out to be thoughts is taken back', async () => {
    const { guest, chatId } = await enter();
    server.state.answer = (response) => says(response, ['I greet back.', '</think>', 'Good morning.']);
    const stream = await (await guest.send(chatId, 'Hello')).text();
    const parts = stream
      .split('\n')
      .filter((line) => line.startsWith('data: {'))
      .map((line) => JSON.parse(line.slice('data: '.length)));
    const ends = parts.filter(({ type }) => type === 'text-end');
    assert.deepEqual(
      ends.map(({ providerMetadata }) => providerMetadata?.foyer?.isThought ?? false),
      [true, false],
    );
    server.state.answer = (response) => says(response, ['<think>Hm.', '</think>', 'Yes.']);
    const next = await (await guest.send(chatId, 'Sure?')).text();
    assert.match(next, /"type":"reasoning-delta","id":"[^"]+","delta":"Hm\."/);
  });

  test('thoughts count as stored text', async () => {
    const model = openModel({ url: server.url, name: 'scripted' });
    const app = await start('ok', { model, limits: { charactersPerPerson: 100 } });
    const guest = await app.enterAsGuest();
    server.state.answer = (response) => says(response, [`<think>${'h'.repeat(100)}</think>Yes.`]);
    await guest.ask(randomUUID(), 'Hello');
    const refused = await guest.send(randomUUID(), 'Hello');
    assert.equal(refused.status, 409);
    assert.match(await refused.text(), /STORAGE_SPENT/);
  });

  test('a retry replaces thoughts and ending, too', async () => {
    const { guest, chatId } = await enter();
    server.state.answer = (response) => says(response, ['<think>Hm</think>Yes'], 'length');
    await guest.ask(chatId, 'Hello');
    server.state.answer = (response) => says(response, ['No.']);
    await readReply(await guest.retry(chatId));
    const [, reply] = (await guest.chat(chatId)).messages;
    assert.deepEqual(reply?.parts, [{ type: 'text', text: 'No.' }]);
    assert.equal(reply?.metadata.ending, undefined);
  });
});
