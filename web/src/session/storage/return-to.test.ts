import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forgetReturn, saveReturn, takeReturn } from './return-to.ts';
import { memory } from './testing-storage.ts';

const ada = { id: 'ada', isGuest: false };
const ben = { id: 'ben', isGuest: false };
const guest = { id: 'guest', isGuest: true };

test('the same member goes on where they were, once', () => {
  const storage = memory();
  saveReturn({ path: '/chat/1', memberId: ada.id }, storage);
  assert.equal(takeReturn(ada, storage), '/chat/1');
  assert.equal(takeReturn(ada, storage), null);
});

test('another member is not led to it', () => {
  const storage = memory();
  saveReturn({ path: '/chat/1', memberId: ada.id }, storage);
  assert.equal(takeReturn(ben, storage), null);
  assert.equal(takeReturn(ada, storage), null);
});

test('an address that was opened before anybody was in is for any member, and for no guest', () => {
  const storage = memory();
  saveReturn({ path: '/account', memberId: null }, storage);
  assert.equal(takeReturn(ben, storage), '/account');
  saveReturn({ path: '/account', memberId: null }, storage);
  assert.equal(takeReturn(guest, storage), null);
});

test('after a logout there is nothing to go back to', () => {
  const storage = memory();
  saveReturn({ path: '/chat/1', memberId: ada.id }, storage);
  forgetReturn(storage);
  assert.equal(takeReturn(ada, storage), null);
});
