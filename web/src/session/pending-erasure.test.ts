import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forgetLeaving, keepLeaving, wantedToLeave } from './pending-erasure.ts';
import { memory } from './testing-storage.ts';

test('a guest who wanted to be gone is known until they are', () => {
  const storage = memory();
  assert.equal(wantedToLeave('guest-1', storage), false);
  keepLeaving('guest-1', storage);
  assert.equal(wantedToLeave('guest-1', storage), true);
  assert.equal(wantedToLeave('guest-1', storage), true);
  forgetLeaving(storage);
  assert.equal(wantedToLeave('guest-1', storage), false);
});

test('where somebody else is in, or nobody, it is done, and nothing of it is kept', () => {
  for (const person of ['guest-2', undefined]) {
    const storage = memory();
    keepLeaving('guest-1', storage);
    assert.equal(wantedToLeave(person, storage), false);
    assert.equal(storage.length, 0);
  }
});
