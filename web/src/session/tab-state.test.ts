import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person } from '../api/client.ts';
import { createPresence } from './tab-state.ts';
import { memory } from './testing-storage.ts';

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
  const presence = createPresence(memory());
  presence.meet(ada);
  presence.drafts.write('new', 'What do herons');
  presence.meet(null);
  assert.equal(presence.outsideOf('/chat/1'), '/login');
  assert.equal(presence.why(), 'ended');
  presence.note('in');
  presence.meet(ada);
  assert.equal(presence.why(), null);
  assert.equal(presence.backTo(), '/chat/1');
  assert.equal(presence.backTo(), null);
  assert.equal(presence.drafts.of('new'), 'What do herons');
});

test('somebody else who logs in after that finds nothing of it', () => {
  const storage = memory();
  const presence = createPresence(storage);
  presence.meet(ada);
  presence.drafts.write('new', 'a secret');
  presence.meet(null);
  presence.outsideOf('/chat/1');
  presence.note('in');
  presence.meet(ben);
  assert.equal(presence.backTo(), null);
  assert.equal(storage.length, 0);
});

test('who logs out is led to the landing page, and leaves nothing in the tab', () => {
  const storage = memory();
  const presence = createPresence(storage);
  presence.meet(ada);
  presence.drafts.write('new', 'a secret');
  presence.note('left');
  presence.drafts.write('new', 'typed before the tab knew');
  presence.meet(null);
  assert.equal(presence.outsideOf('/chat/1'), '/');
  assert.equal(presence.why(), null);
  assert.equal(storage.length, 0);
});

test('a logout in another tab that is told late is a logout all the same', () => {
  const presence = createPresence(memory());
  presence.meet(ada);
  presence.meet(null);
  presence.outsideOf('/chat/1');
  assert.equal(presence.note('left'), true);
  assert.equal(presence.outsideOf('/chat/1'), '/');
  assert.equal(presence.backTo(), null);
});

test('a guest whose session ended is told so, and has nothing to come back to', () => {
  const storage = memory();
  const presence = createPresence(storage);
  presence.meet(guest);
  presence.drafts.write('new', 'a secret');
  presence.meet(null);
  assert.equal(presence.outsideOf('/chat/1'), '/login');
  assert.equal(presence.why(), 'guest-ended');
  assert.equal(storage.length, 0);
  assert.equal(presence.drafts.of('new'), '');
});

test('an address of the inside that is opened cold asks for a login, but nobody creates an account from nothing', () => {
  const presence = createPresence(memory());
  presence.meet(null);
  assert.equal(presence.outsideOf('/create-account'), '/');
  assert.equal(presence.outsideOf('/account'), '/login');
  assert.equal(presence.why(), 'cold');
  presence.meet(ada);
  assert.equal(presence.backTo(), '/account');
});

test('a guest who became a member, here or in another tab, is no other person', () => {
  const presence = createPresence(memory());
  presence.meet(guest);
  presence.drafts.write('new', 'What do herons');
  presence.note('same');
  presence.meet(ada);
  assert.equal(presence.changes(), 0);
  assert.equal(presence.drafts.of('new'), 'What do herons');
});

test('an account that was deleted is said to be', () => {
  const presence = createPresence(memory());
  presence.meet(ada);
  presence.note('deleted');
  presence.meet(null);
  assert.equal(presence.why(), 'deleted');
});

test('a guest who became a member goes on in the chat that was shown', () => {
  const presence = createPresence(memory());
  presence.meet(guest);
  assert.equal(presence.chatPath(), '/chat');
  presence.seesChat('1');
  presence.note('same');
  presence.meet(ada);
  assert.equal(presence.chatPath(), '/chat/1');
  presence.seesChat(null);
  assert.equal(presence.chatPath(), '/chat');
});

test('the chat that was shown is nothing to who comes in later', () => {
  const storage = memory();
  const presence = createPresence(storage);
  for (const go of [() => presence.note('in'), () => presence.note('left'), () => presence.meet(null)]) {
    presence.meet(guest);
    presence.seesChat('1');
    go();
    assert.equal(presence.chatPath(), '/chat');
    assert.equal(storage.length, 0);
  }
});
