import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWrong, numberOf } from './number.ts';

test('numbers are read as people type them', () => {
  assert.deepEqual(['30', ' 1,000 ', '1.000', '1 000'].map(numberOf), [30, 1000, 1000, 1000]);
  assert.equal(numberOf(' '), null);
  for (const text of ['0', '-3', 'ten', '1e9', '9'.repeat(16)]) assert.ok(isWrong(text), text);
});
