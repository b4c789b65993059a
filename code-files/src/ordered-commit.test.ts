import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orderedCommit } from './ordered-commit.ts';

test('work that is begun at once ends one after the other', async () => {
  const inTurn = orderedCommit();
  const told: string[] = [];
  const first = Promise.withResolvers<void>();
  const work = (name: string, ready: Promise<void>) =>
    inTurn(async (turn) => {
      await ready;
      told.push(`${name} is ready`);
      await turn();
      told.push(`${name} ends`);
      return name;
    });
  const all = [work('one', first.promise), work('two', Promise.resolve())];
  while (told.length === 0) await new Promise(setImmediate);
  first.resolve();
  assert.deepEqual(await Promise.all(all), ['one', 'two']);
  assert.deepEqual(told, ['two is ready', 'one is ready', 'one ends', 'two ends']);
});

test('after work that failed none ends', async () => {
  const inTurn = orderedCommit();
  const failing = inTurn(async () => assert.fail('no'));
  const next = inTurn(async (turn) => turn());
  await assert.rejects(failing, /no/);
  await assert.rejects(next, /no/);
});

test('work whose turn does not come lets go of what it holds, and is done again when it has come', async () => {
  const inTurn = orderedCommit();
  const released = Promise.withResolvers<void>();
  let attempts = 0;
  const circle = [
    inTurn(() => released.promise),
    inTurn(async (turn) => {
      attempts++;
      try {
        await turn();
      } finally {
        released.resolve();
      }
    }),
  ];
  await Promise.all(circle);
  assert.equal(attempts, 2);
});
