import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Problem } from '../../api/problem.ts';
import { createDraftSaver } from './draft-saver.ts';

/** A saver whose requests end when the test says so. */
function start(t: TestContext) {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const saved: string[] = [];
  const running: ((answer: { problem?: Problem }) => void)[] = [];
  const saver = createDraftSaver((chat, text, { keepalive }) => {
    saved.push(`${chat}: ${text}${keepalive ? ' (at once)' : ''}`);
    return new Promise((resolve) => running.push(resolve));
  }, 1000);
  return {
    saver,
    saved,
    pass: (ms: number) => t.mock.timers.tick(ms),
    answer: async (answer = {}) => {
      running.shift()?.(answer);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

test('a draft is saved once in a while, however fast somebody types', (t) => {
  const { saver, saved, pass } = start(t);
  for (const text of ['H', 'He', 'Hel', 'Hell', 'Hello']) {
    saver.write('new', text);
    pass(150);
  }
  assert.deepEqual(saved, []);
  pass(250);
  assert.deepEqual(saved, ['new: Hello']);
});

test('one request runs at a time, and the last text is saved', async (t) => {
  const { saver, saved, pass, answer } = start(t);
  saver.write('a', 'one');
  pass(1000);
  saver.write('a', 'two');
  pass(1000);
  saver.write('a', 'three');
  assert.deepEqual(saved, ['a: one']);
  await answer();
  pass(1000);
  assert.deepEqual(saved, ['a: one', 'a: three']);
});

test('what waits is saved at once when the page ends, and not again', (t) => {
  const { saver, saved, pass } = start(t);
  saver.write('a', 'one');
  saver.write('new', 'two');
  saver.flush();
  pass(5000);
  saver.flush();
  assert.deepEqual(saved, ['a: one (at once)', 'new: two (at once)']);
});

test('without a connection a draft is kept, unless a newer one came', async (t) => {
  const { saver, saved, pass, answer } = start(t);
  saver.write('a', 'one');
  pass(1000);
  await answer({ problem: { code: 'OFFLINE', retryAfterSeconds: 0 } });
  saver.flush();
  assert.deepEqual(saved, ['a: one', 'a: one (at once)']);
});

test('nothing is saved once the person has left', (t) => {
  const { saver, saved, pass } = start(t);
  saver.write('a', 'one');
  saver.forget();
  pass(5000);
  saver.flush();
  assert.deepEqual(saved, []);
});
