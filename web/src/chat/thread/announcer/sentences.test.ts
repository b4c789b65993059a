import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asSpoken, endOfSentences } from './sentences.ts';

const sentencesIn = (text: string) => text.slice(0, endOfSentences(text));

test('a sentence is complete when something follows it', () => {
  assert.equal(sentencesIn('Herons eat fish. They st'), 'Herons eat fish.');
  assert.equal(sentencesIn('Herons eat fish.'), '');
  assert.equal(sentencesIn('It costs 3.50 and'), '');
  assert.equal(sentencesIn('He said “Go!” and he'), 'He said “Go!”');
  assert.equal(sentencesIn('هل تعرف؟ نعم'), 'هل تعرف؟');
  assert.equal(sentencesIn('# A heading\n\nText'), '# A heading\n\n');
});

test('signs of Markdown and code are not read out', () => {
  const markdown =
    '## Notice\n\n- It is **in writing**, see [the form](https://x).\n\n```js\nlet x\n```\n| a | b |';
  assert.equal(asSpoken(markdown), 'Notice It is in writing , see the form. a b');
});

test('a word of a machine, which would hold the page, is left out, and so is what nobody would listen to', () => {
  assert.equal(asSpoken(`a${'\u0344'.repeat(24_000)} and`), '');
  assert.equal(asSpoken(`See ${'x'.repeat(101)} here`), 'See here');
  assert.equal(asSpoken('word '.repeat(10_000)).length, 1999);
});
