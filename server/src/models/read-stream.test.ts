import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ModelError, type ModelPiece } from './model-piece.ts';
import { readStream } from './read-stream.ts';
import { splitThoughts } from './split-thoughts.ts';

const event = (data: unknown) => `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
const says = (delta: object, reason: string | null = null) =>
  event({ id: 'c', object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: reason }] });
const words = [says({ role: 'assistant', content: 'Good ' }), says({ content: 'morning.' })];
const stop = says({}, 'stop');
const done = event('[DONE]');

/** A stream of these pieces that is closed at its end, or left open. */
function streamOf(parts: string[], { isOpen = false } = {}): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => {
      for (const part of parts) controller.enqueue(new TextEncoder().encode(part));
      if (!isOpen) controller.close();
    },
  });
}

/** The text, the reasoning and the finish reason of a stream. */
async function readOf(stream: ReadableStream<Uint8Array>) {
  const read = { text: '', thoughts: '', reason: null as string | null };
  for await (const piece of splitThoughts(readStream(stream))) {
    if (piece.type === 'text') read.text += piece.text;
    if (piece.type === 'thought') read.thoughts += piece.text;
    if (piece.type === 'finish') read.reason ??= piece.reason;
  }
  return read;
}

const good = { text: 'Good morning.', thoughts: '', reason: 'stop' };

for (const [name, parts] of Object.entries({
  'ping objects between chunks': [words[0], event({ type: 'ping' }), event({}), words[1], stop, done],
  'named ping events': [words[0], 'event: ping\ndata: {"type":"ping"}\n\n', words[1], stop, done],
  'usage without choices': [...words, stop, event({ usage: { total_tokens: 7 } }), done],
  'usage with choices that are null': [...words, event({ choices: null, usage: {} }), stop, done],
  'usage with no choice': [...words, stop, event({ choices: [], usage: {} }), done],
  'times as text and unknown roles': [
    event({ created: '179', choices: [{ delta: { role: 'model', content: 'Good morning.' } }] }),
    stop,
    done,
  ],
  'a delta that is null': [...words, event({ choices: [{ delta: null }] }), stop, done],
  'fields of odd types': [
    event({ choices: [{ delta: { content: { a: 1 }, tool_calls: 'none' }, finish_reason: 7 }] }),
    ...words,
    stop,
    done,
  ],
  'events that are no JSON': [words[0], event('{'), words[1], stop, done],
  'line ends of Windows, and no space': [
    'data:{"choices":[{"delta":{"content":"Good morning."}}]}\r\n\r\ndata:{"choices":[{"delta":{},"finish_reason":"stop"}]}\r\n\r\n',
    done,
  ],
  'no blank line at the end': [...words, stop.trimEnd()],
  'a refusal in its own field': [says({ refusal: 'Good ' }), says({ refusal: 'morning.' }), stop, done],
  'comments for a long time': [': PROCESSING\n\n'.repeat(500), ...words, stop, done],
}))
  test(`a reply is complete despite ${name}`, async () => {
    assert.deepEqual(await readOf(streamOf(parts as string[])), good);
    // However the network cuts it.
    assert.deepEqual(await readOf(streamOf([...parts.join('')])), good);
  });

test('a number counts as text', async () => {
  const { text } = await readOf(streamOf([says({ content: 5 }), says({ content: ' apples' }), stop, done]));
  assert.equal(text, '5 apples');
});

test('[DONE] ends a reply, also without a finish reason or with an open stream', async () => {
  for (const isOpen of [true, false]) {
    assert.deepEqual(await readOf(streamOf([...words, stop, done], { isOpen })), good);
    assert.deepEqual(await readOf(streamOf([...words, done, says({ content: 'late' })], { isOpen })), {
      ...good,
      reason: 'done',
    });
  }
});

test('a finish reason ends a reply whose stream stays open', async () => {
  assert.deepEqual(await readOf(streamOf([...words, stop], { isOpen: true })), good);
});

test('a stream that closes without a finish reason has none', async () => {
  assert.deepEqual(await readOf(streamOf(words)), { ...good, reason: null });
});

test('the finish reason is the service’s: length, filter', async () => {
  for (const reason of ['length', 'content_filter', 'something new'])
    assert.equal((await readOf(streamOf([...words, says({}, reason), done]))).reason, reason);
});

test('an error inside a response is an error, and the text before it is kept', async () => {
  const heard: ModelPiece[] = [];
  await assert.rejects(
    async () => {
      const stream = streamOf([words[0] ?? '', event({ error: { message: 'overloaded', code: 529 } }), done]);
      for await (const piece of readStream(stream)) heard.push(piece);
    },
    (error) => error instanceof ModelError && error.httpStatus === null,
  );
  assert.deepEqual(heard[0], { type: 'text', text: 'Good ' });
});

test('reasoning is separated from the text, in fields and in tags, however they are cut', async () => {
  const thought = { ...good, thoughts: 'I greet.' };
  for (const field of ['reasoning_content', 'reasoning'])
    assert.deepEqual(await readOf(streamOf([says({ [field]: 'I greet.' }), ...words, stop, done])), thought);
  for (const tag of ['think', 'thought', 'seed:think']) {
    const text = `<${tag}>I greet.</${tag}>\n\nGood morning.`;
    for (const size of [1, 3, 7, 200]) {
      const parts = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
      const stream = streamOf([...parts.map((content) => says({ content })), stop, done]);
      assert.deepEqual(await readOf(stream), thought, `${tag} ${size}`);
    }
  }
});

test('a later tag is text, and so is one that only looks like reasoning', async () => {
  for (const text of ['Write `<think>` so.', '<thinking> aloud', '<', 'a <think>b</think>']) {
    const stream = streamOf([...[...text].map((content) => says({ content })), stop, done]);
    assert.deepEqual(await readOf(stream), { text, thoughts: '', reason: 'stop' });
  }
});

test('reasoning without an end is reasoning', async () => {
  const stream = streamOf([says({ content: '<think>Hm, hm' }), says({}, 'length'), done]);
  assert.deepEqual(await readOf(stream), { text: '', thoughts: 'Hm, hm', reason: 'length' });
});
