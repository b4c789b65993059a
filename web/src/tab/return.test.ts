import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forgetReturn, keepReturn, takeReturn } from './return.ts';
import { memory } from './testing-storage.ts';

const ada = { isGuest: false, email: 'ada@example.org' };
const ben = { isGuest: false, email: 'ben@example.org' };
const guest = { isGuest: true, email: null };

test('the same member goes on where they were, once', () => {
  const storage = memory();
  keepReturn({ path: '/chat/1', email: ada.email }, storage);
  assert.equal(takeReturn(ada, storage), '/chat/1');
  assert.equal(takeReturn(ada, storage), null);
});

test('another member is not led to it', () => {
  const storage = memory();
  keepReturn({ path: '/chat/1', email: ada.email }, storage);
  assert.equal(takeReturn(ben, storage), null);
  assert.equal(takeReturn(ada, storage), null);
});

test('an address that was opened before anybody was in is for any member, and for no guest', () => {
  const storage = memory();
  keepReturn({ path: '/account', email: null }, storage);
  assert.equal(takeReturn(ben, storage), '/account');
  keepReturn({ path: '/account', email: null }, storage);
  assert.equal(takeReturn(guest, storage), null);
});

test('after a logout there is nothing to go back to', () => {
  const storage = memory();
  keepReturn({ path: '/chat/1', email: ada.email }, storage);
  forgetReturn(storage);
  assert.equal(takeReturn(ada, storage), null);
});
