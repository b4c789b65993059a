import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memory } from './testing-storage.ts';
import { keepTrip, takeTrip } from './trip.ts';

test('a tab that comes back from a provider knows it, once', () => {
  const storage = memory();
  assert.equal(takeTrip(storage), null);
  keepTrip('same', storage);
  assert.equal(takeTrip(storage), 'same');
  assert.equal(takeTrip(storage), null);
});
