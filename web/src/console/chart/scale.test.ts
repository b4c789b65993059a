import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scaleOf } from './scale.ts';

test('the top of a chart is the next round number, and half of it is whole', () => {
  const tops = [[], [0], [1], [12], [13], [21], [54], [99], [101], [1234], [98_765]].map(scaleOf);
  assert.deepEqual(tops, [2, 2, 2, 12, 14, 22, 54, 100, 120, 1400, 100_000]);
  for (const top of tops) assert.ok(Number.isInteger(top / 2), String(top));
});
