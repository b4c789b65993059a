import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDrafts } from './drafts.ts';
import { memory } from './testing-storage.ts';

const ada = { isGuest: false, email: 'ada@example.org' };
const ben = { isGuest: false, email: 'ben@example.org' };
const guest = { isGuest: true, email: null };

test("a member's text outlives the page, and a session that ended", () => {
  const storage = memory();
  const before = createDrafts(storage);
  before.belongTo(ada, false);
  before.write('new', 'What do herons');
  before.belongTo(null, false);
  const after = createDrafts(storage);
  after.belongTo(null, false);
  after.belongTo(ada, false);
  assert.equal(after.of('new'), 'What do herons');
});

test('another member finds nothing', () => {
  const storage = memory();
  const before = createDrafts(storage);
  before.belongTo(ada, false);
  before.write('new', 'a secret');
  for (const drafts of [before, createDrafts(storage)]) {
    drafts.belongTo(ben, false);
    assert.equal(drafts.of('new'), '');
  }
  assert.equal(storage.length, 0);
});

test('a guest finds nothing of a member', () => {
  const storage = memory();
  const drafts = createDrafts(storage);
  drafts.belongTo(ada, false);
  drafts.write('new', 'a secret');
  drafts.belongTo(null, false);
  drafts.belongTo(guest, false);
  assert.equal(drafts.of('new'), '');
  assert.equal(storage.length, 0);
});

test('what a guest types is never stored, and is gone with the guest', () => {
  const storage = memory();
  const drafts = createDrafts(storage);
  drafts.belongTo(guest, false);
  drafts.write('new', 'a secret');
  assert.equal(storage.length, 0);
  drafts.belongTo(null, false);
  drafts.belongTo(guest, false);
  assert.equal(drafts.of('new'), '');
});

test('a guest who became a member keeps what was typed', () => {
  const storage = memory();
  const drafts = createDrafts(storage);
  drafts.belongTo(guest, false);
  drafts.write('new', 'What do herons');
  drafts.belongTo(guest, true);
  drafts.belongTo(ada, true);
  assert.equal(drafts.of('new'), 'What do herons');
  assert.equal(createDrafts(storage).of('new'), 'What do herons');
});

test('somebody who comes in after a guest is not that guest', () => {
  const drafts = createDrafts(memory());
  drafts.belongTo(guest, false);
  drafts.write('new', 'a secret');
  drafts.belongTo(ada, false);
  assert.equal(drafts.of('new'), '');
});

test('logging out leaves nothing', () => {
  const storage = memory();
  const drafts = createDrafts(storage);
  drafts.belongTo(ada, false);
  drafts.write('new', 'a secret');
  drafts.clear();
  assert.equal(drafts.of('new'), '');
  assert.equal(storage.length, 0);
});

test('what was typed into a new chat goes with it, and a sent text is gone', () => {
  const storage = memory();
  const drafts = createDrafts(storage);
  drafts.belongTo(ada, false);
  drafts.write('new', 'And badgers?');
  drafts.move('new', 'chat-1');
  assert.equal(drafts.of('new'), '');
  assert.equal(drafts.of('chat-1'), 'And badgers?');
  drafts.write('chat-1', '');
  assert.equal(storage.length, 0);
});

test('a storage that holds nonsense is an empty one', () => {
  const storage = memory();
  storage.setItem('foyer.drafts', '{');
  assert.equal(createDrafts(storage).of('new'), '');
});
