import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memory } from '../../testing/storage.ts';
import { forgetErasure, isErasurePending, saveErasure } from './pending-erasure.ts';

test('a guest who wanted to be gone is known until they are', () => {
  const storage = memory();
  assert.equal(isErasurePending('guest-1', storage), false);
  saveErasure('guest-1', storage);
  assert.equal(isErasurePending('guest-1', storage), true);
  assert.equal(isErasurePending('guest-1', storage), true);
  forgetErasure(storage);
  assert.equal(isErasurePending('guest-1', storage), false);
});

test('where somebody else is in, or nobody, it is done, and nothing of it is kept', () => {
  for (const person of ['guest-2', undefined]) {
    const storage = memory();
    saveErasure('guest-1', storage);
    assert.equal(isErasurePending(person, storage), false);
    assert.equal(storage.length, 0);
  }
});
