import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timeSlices } from './time-slices.ts';

function work(item: number): number {
  const end = performance.now() + 1;
  while (performance.now() < end);
  return 2 * item;
}

/** Returns a function that counts the turns of others so far. */
function countTurns(): () => number {
  let turns = 0;
  let isOver = false;
  const count = () => {
    turns++;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  return () => {
    isOver = true;
    return turns;
  };
}

test('long work runs in slices, in order, and others get their turns in between', async () => {
  const items = Array.from({ length: 100 }, (_, i) => i);
  const turns = countTurns();
  const results = await timeSlices(8).map(items, work);
  assert.deepEqual(
    results,
    items.map((item) => 2 * item),
  );
  assert.ok(turns() >= 5, 'about eight items a slice');
});

test('parallel users share a slice', async () => {
  const slices = timeSlices(8);
  const items = Array.from({ length: 60 }, (_, i) => i);
  const turns = countTurns();
  await Promise.all([slices.map(items, work), slices.map(items, work), slices.map(items, work)]);
  assert.ok(turns() >= 9, 'not three slices in a turn');
});

test('a few items run at once', async () => {
  const turns = countTurns();
  await timeSlices(0).map([1, 2, 3], (item) => item);
  assert.equal(turns(), 0);
});
