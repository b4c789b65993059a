import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demoAnswer } from './demo-answer.ts';
import { openModel } from './open-model.ts';

const { isDemo, ask } = openModel(null);

const call = (text: string, signal = new AbortController().signal) =>
  ask({ systemPrompt: undefined, conversation: [{ role: 'user', text }], maxTokens: 100, signal });

test('without a model the demo streams its answer word by word', async () => {
  assert.equal(isDemo, true);
  const deltas: string[] = [];
  for await (const piece of await call('Hello there')) if (piece.type === 'text') deltas.push(piece.text);
  assert.equal(deltas.join(''), demoAnswer('Hello there'));
  assert.ok(deltas.length > 20);
});

test('the demo explains itself and how to connect a model, and repeats part of the question', () => {
  const answer = demoAnswer('Where is the library?');
  assert.match(answer, /built-in demo/);
  assert.match(answer, /MODEL_URL.*MODEL_NAME/);
  assert.match(answer, /4 words and begins with “Where is the library”/);
  assert.doesNotMatch(answer, /```/);
});

test('the demo shows Markdown on request', () => {
  const answer = demoAnswer('Show me markdown!');
  for (const form of [/^1\. /m, /^```ts$/m, /^\| day \|/m]) assert.match(answer, form);
});

test('the demo answers every text', () => {
  for (const question of ['', '?!', '\u0001', '😀', 'x'.repeat(8000)]) {
    assert.ok(demoAnswer(question).length < 1000);
  }
});

test('the demo can be stopped', async () => {
  const controller = new AbortController();
  const seen: string[] = [];
  await assert.rejects(
    async () => {
      for await (const piece of await call('Hello', controller.signal)) {
        seen.push(piece.type);
        controller.abort();
      }
    },
    { name: 'AbortError' },
  );
  assert.deepEqual(seen, ['text']);
});
