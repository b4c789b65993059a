import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gatherWords } from './gather-words.ts';

test('the first words are passed on at once, those that come close together are together, and none is lost', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const now = t.mock.method(performance, 'now', () => 0).mock;
  const heard: string[] = [];
  const words = gatherWords((text) => heard.push(text));
  for (const word of ['one ', 'two ', 'three ', 'four ']) words.add(word);
  assert.deepEqual(heard, ['one ', 'two ']);
  now.mockImplementation(() => 50);
  t.mock.timers.tick(50);
  assert.deepEqual(heard, ['one ', 'two ', 'three four ']);
  words.add('five ');
  words.flush();
  assert.deepEqual(heard, ['one ', 'two ', 'three four ', 'five ']);
  words.flush();
  t.mock.timers.tick(1000);
  assert.equal(heard.length, 4);
});

test('words that come after a pause do not wait', (t) => {
  const now = t.mock.method(performance, 'now', () => 0).mock;
  const heard: string[] = [];
  const words = gatherWords((text) => heard.push(text));
  for (const [at, word] of [
    [0, 'one '],
    [10, 'two '],
    [500, 'three '],
  ] as const) {
    now.mockImplementation(() => at);
    words.add(word);
  }
  assert.deepEqual(heard, ['one ', 'two ', 'three ']);
});
