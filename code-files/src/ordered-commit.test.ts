import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orderedCommit } from './ordered-commit.ts';

test('work that starts together ends in order', async () => {
  const inOrder = orderedCommit();
  const told: string[] = [];
  const first = Promise.withResolvers<void>();
  const work = (name: string, ready: Promise<void>) =>
    inOrder(async (waitForTurn) => {
      await ready;
      told.push(`${name} is ready`);
      await waitForTurn();
      told.push(`${name} ends`);
      return name;
    });
  const all = [work('one', first.promise), work('two', Promise.resolve())];
  while (told.length === 0) await new Promise(setImmediate);
  first.resolve();
  assert.deepEqual(await Promise.all(all), ['one', 'two']);
  assert.deepEqual(told, ['two is ready', 'one is ready', 'one ends', 'two ends']);
});

test('after a failure no later work ends', async () => {
  const inOrder = orderedCommit();
  const failing = inOrder(async () => assert.fail('no'));
  const next = inOrder(async (waitForTurn) => waitForTurn());
  await assert.rejects(failing, /no/);
  await assert.rejects(next, /no/);
});

test('work whose turn does not come releases its locks, and runs again when its turn has come', async () => {
  const inOrder = orderedCommit();
  const released = Promise.withResolvers<void>();
  let attempts = 0;
  const circle = [
    inOrder(() => released.promise),
    inOrder(async (waitForTurn) => {
      attempts++;
      try {
        await waitForTurn();
      } finally {
        released.resolve();
      }
    }),
  ];
  await Promise.all(circle);
  assert.equal(attempts, 2);
});
