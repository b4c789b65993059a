import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memory } from '../../testing/storage.ts';
import { forgetReturn, readReturn, returnPathFor, saveReturn } from './return-to.ts';

const ada = { id: 'ada', isGuest: false };
const ben = { id: 'ben', isGuest: false };
const guest = { id: 'guest', isGuest: true };

test('the same member goes on where they were', () => {
  const storage = memory();
  saveReturn({ path: '/chat/1', memberId: ada.id }, storage);
  assert.equal(returnPathFor(ada, readReturn(storage)), '/chat/1');
});

test('another member does not', () => {
  assert.equal(returnPathFor(ben, { path: '/chat/1', memberId: ada.id }), null);
});

test('an address that was opened before anybody was signed in is for any member, and for no guest', () => {
  const cold = { path: '/account', memberId: null };
  assert.equal(returnPathFor(ben, cold), '/account');
  assert.equal(returnPathFor(guest, cold), null);
});

test('after a logout there is nothing to go back to', () => {
  const storage = memory();
  saveReturn({ path: '/chat/1', memberId: ada.id }, storage);
  forgetReturn(storage);
  assert.equal(readReturn(storage), null);
  assert.equal(storage.length, 0);
});

test('a storage with nonsense in it leads nowhere', () => {
  const storage = memory();
  storage.setItem('foyer.return', '{');
  assert.equal(readReturn(storage), null);
});
