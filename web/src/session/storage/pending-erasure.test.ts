import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memory } from '../../testing/storage.ts';
import { forgetErasure, isErasurePending, saveErasure } from './pending-erasure.ts';

test('a guest who asked to be erased is remembered until that is done', () => {
  const storage = memory();
  assert.equal(isErasurePending('guest-1', storage), false);
  saveErasure('guest-1', storage);
  assert.equal(isErasurePending('guest-1', storage), true);
  assert.equal(isErasurePending('guest-1', storage), true);
  forgetErasure(storage);
  assert.equal(isErasurePending('guest-1', storage), false);
});

test('when somebody else is signed in, or nobody, the note is removed', () => {
  for (const person of ['guest-2', undefined]) {
    const storage = memory();
    saveErasure('guest-1', storage);
    assert.equal(isErasurePending(person, storage), false);
    assert.equal(storage.length, 0);
  }
});
