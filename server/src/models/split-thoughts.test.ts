import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ModelPiece } from './model-piece.ts';
import { splitThoughts } from './split-thoughts.ts';

type Split = { text: string; thoughts: string };

async function split(parts: ModelPiece[]): Promise<Split> {
  const found = { text: '', thoughts: '' };
  const pieces = (async function* () {
    yield* parts;
  })();
  for await (const piece of splitThoughts(pieces)) {
    if (piece.type === 'text') found.text += piece.text;
    if (piece.type === 'thought') found.thoughts += piece.text;
    if (piece.type === 'retract') {
      found.thoughts += found.text;
      found.text = '';
    }
  }
  return found;
}

const textOf = (text: string): ModelPiece => ({ type: 'text', text });

/** Cuts a text behind these places. */
function cutAt(text: string, places: number[]): ModelPiece[] {
  const ends = [...new Set([...places.map((place) => place % (text.length + 1)), text.length])].sort(
    (a, b) => a - b,
  );
  return ends.map((end, index) => textOf(text.slice(ends[index - 1] ?? 0, end)));
}

const rows: [whole: string, Split][] = [
  ['<think>Hm.</think>Yes.', { thoughts: 'Hm.', text: 'Yes.' }],
  ['\n <thought>Hm.</thought>\n\nYes.', { thoughts: 'Hm.', text: 'Yes.' }],
  ['<seed:think>Hm.</seed:think>Yes.', { thoughts: 'Hm.', text: 'Yes.' }],
  ['<think>a</think>\n<think>b</think>Yes.', { thoughts: 'ab', text: 'Yes.' }],
  ['<think>one <b> two</think>Yes <b>.', { thoughts: 'one <b> two', text: 'Yes <b>.' }],
  [
    '<think>They ask about `</think>` tags.</think>Yes.',
    { thoughts: 'They ask about `</think>` tags.', text: 'Yes.' },
  ],
  ['<think>a stray ` here</think>Yes.', { thoughts: 'a stray ` here', text: 'Yes.' }],
  ['<think>use `ls`</think>`ls` lists.', { thoughts: 'use `ls`', text: '`ls` lists.' }],
  ['<think>a</think>Close with </think>.', { thoughts: 'a', text: 'Close with </think>.' }],
  ['<think>no end', { thoughts: 'no end', text: '' }],
  ['Hm.</think>Yes.', { thoughts: 'Hm.', text: 'Yes.' }],
  ['Hm.\n</thought>\n\nYes.', { thoughts: 'Hm.\n', text: 'Yes.' }],
  ['</think>\n\nYes.', { thoughts: '', text: 'Yes.' }],
  ['Use `</think>` here.', { thoughts: '', text: 'Use `</think>` here.' }],
  ['```xml\n</think>\n```\nSo.', { thoughts: '', text: '```xml\n</think>\n```\nSo.' }],
  ['~~~\n</think>\n~~~', { thoughts: '', text: '~~~\n</think>\n~~~' }],
  ['Write <think>x</think>.', { thoughts: '', text: 'Write <think>x</think>.' }],
  ['```\n<think>x</think>\n```', { thoughts: '', text: '```\n<think>x</think>\n```' }],
  ['<thinking> aloud', { thoughts: '', text: '<thinking> aloud' }],
  ['1 < 2 </ 3', { thoughts: '', text: '1 < 2 </ 3' }],
  ['<', { thoughts: '', text: '<' }],
  ['', { thoughts: '', text: '' }],
];

for (const [whole, expected] of rows)
  test(`thoughts are told from text, however they are cut: ${JSON.stringify(whole)}`, async () => {
    assert.deepEqual(await split([textOf(whole)]), expected);
    assert.deepEqual(await split([...whole].map(textOf)), expected);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(200), { maxLength: 6 }), async (places) => {
        assert.deepEqual(await split(cutAt(whole, places)), expected);
      }),
    );
  });

test('nothing but tags and the blanks behind them is ever lost', async () => {
  const part = fc.constantFrom('<think>', '</think>', '<', '`', '\n', '```\n', ' ', 'word');
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 12 }), fc.array(fc.nat(100)), async (parts, places) => {
      const whole = parts.join('');
      const { text, thoughts } = await split(cutAt(whole, places));
      const bare = (all: string) => all.replace(/<\/?think>|\s/g, '');
      assert.equal(bare(thoughts + text), bare(whole));
    }),
  );
});

test('after thoughts in a field, a closing tag in the middle is text, and one at the start is dropped', async () => {
  const thought: ModelPiece = { type: 'thought', text: 'Hm.' };
  assert.deepEqual(await split([thought, textOf('\n\nA </think> B')]), {
    thoughts: 'Hm.',
    text: 'A </think> B',
  });
  assert.deepEqual(await split([thought, textOf('</think>\nYes.')]), { thoughts: 'Hm.', text: 'Yes.' });
});
