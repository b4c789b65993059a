import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person } from '../api/session.ts';
import { memory } from './storage/testing-storage.ts';
import { createTabState } from './tab-state.ts';

const ada: Person = {
  id: 'ada',
  isGuest: false,
  email: 'ada@example.org',
  mustVerify: false,
  conversion: null,
};
const ben: Person = { ...ada, id: 'ben', email: 'ben@example.org' };
const guest: Person = { id: 'guest', isGuest: true, email: null, mustVerify: false, conversion: 'free' };

test('whose session ended is asked to log in, and goes on where they were', () => {
  const tabState = createTabState(memory());
  tabState.meet(ada);
  tabState.drafts.write('new', 'What do herons');
  tabState.meet(null);
  assert.equal(tabState.signedOutPathFor('/chat/1'), '/login');
  assert.equal(tabState.signedOutReason(), 'ended');
  tabState.note('in');
  tabState.meet(ada);
  assert.equal(tabState.signedOutReason(), null);
  assert.equal(tabState.takeReturnPath(), '/chat/1');
  assert.equal(tabState.takeReturnPath(), null);
  assert.equal(tabState.drafts.of('new'), 'What do herons');
});

test('somebody else who logs in after that finds nothing of it', () => {
  const storage = memory();
  const tabState = createTabState(storage);
  tabState.meet(ada);
  tabState.drafts.write('new', 'a secret');
  tabState.meet(null);
  tabState.signedOutPathFor('/chat/1');
  tabState.note('in');
  tabState.meet(ben);
  assert.equal(tabState.takeReturnPath(), null);
  assert.equal(storage.length, 0);
});

test('who logs out is led to the landing page, and leaves nothing in the tab', () => {
  const storage = memory();
  const tabState = createTabState(storage);
  tabState.meet(ada);
  tabState.drafts.write('new', 'a secret');
  tabState.note('left');
  tabState.drafts.write('new', 'typed before the tab knew');
  tabState.meet(null);
  assert.equal(tabState.signedOutPathFor('/chat/1'), '/');
  assert.equal(tabState.signedOutReason(), null);
  assert.equal(storage.length, 0);
});

test('a logout in another tab that is told late is a logout all the same', () => {
  const tabState = createTabState(memory());
  tabState.meet(ada);
  tabState.meet(null);
  tabState.signedOutPathFor('/chat/1');
  assert.equal(tabState.note('left'), true);
  assert.equal(tabState.signedOutPathFor('/chat/1'), '/');
  assert.equal(tabState.takeReturnPath(), null);
});

test('a guest whose session ended is told so, and has nothing to come back to', () => {
  const storage = memory();
  const tabState = createTabState(storage);
  tabState.meet(guest);
  tabState.drafts.write('new', 'a secret');
  tabState.meet(null);
  assert.equal(tabState.signedOutPathFor('/chat/1'), '/login');
  assert.equal(tabState.signedOutReason(), 'guest-ended');
  assert.equal(storage.length, 0);
  assert.equal(tabState.drafts.of('new'), '');
});

test('an address of the inside that is opened cold asks for a login, but nobody creates an account from nothing', () => {
  const tabState = createTabState(memory());
  tabState.meet(null);
  assert.equal(tabState.signedOutPathFor('/create-account'), '/');
  assert.equal(tabState.signedOutPathFor('/account'), '/login');
  assert.equal(tabState.signedOutReason(), 'cold');
  tabState.meet(ada);
  assert.equal(tabState.takeReturnPath(), '/account');
});

test('a guest who became a member, here or in another tab, is no other person', () => {
  const tabState = createTabState(memory());
  tabState.meet(guest);
  tabState.drafts.write('new', 'What do herons');
  tabState.note('same');
  tabState.meet(ada);
  assert.equal(tabState.changes(), 0);
  assert.equal(tabState.drafts.of('new'), 'What do herons');
});

test('an account that was deleted is said to be', () => {
  const tabState = createTabState(memory());
  tabState.meet(ada);
  tabState.note('deleted');
  tabState.meet(null);
  assert.equal(tabState.signedOutReason(), 'deleted');
});

test('a guest who became a member goes on in the chat that was shown', () => {
  const tabState = createTabState(memory());
  tabState.meet(guest);
  assert.equal(tabState.chatPath(), '/chat');
  tabState.setOpenChat('1');
  tabState.note('same');
  tabState.meet(ada);
  assert.equal(tabState.chatPath(), '/chat/1');
  tabState.setOpenChat(null);
  assert.equal(tabState.chatPath(), '/chat');
});

test('the chat that was shown is nothing to who comes in later', () => {
  const storage = memory();
  const tabState = createTabState(storage);
  for (const go of [() => tabState.note('in'), () => tabState.note('left'), () => tabState.meet(null)]) {
    tabState.meet(guest);
    tabState.setOpenChat('1');
    go();
    assert.equal(tabState.chatPath(), '/chat');
    assert.equal(storage.length, 0);
  }
});
