import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDrafts } from './drafts.ts';

const ada = { id: 'ada', isGuest: false };
const ben = { id: 'ben', isGuest: false };
const guest = { id: 'guest', isGuest: true };

test('the draft of a member outlives their session', () => {
  const drafts = createDrafts();
  drafts.belongTo(ada, false);
  drafts.write('new', 'What do herons');
  drafts.belongTo(null, false);
  drafts.belongTo(ada, false);
  assert.equal(drafts.of('new'), 'What do herons');
});

for (const [name, somebody] of Object.entries({ 'another member': ben, 'a guest': guest })) {
  test(`${name} finds nothing of a member`, () => {
    const drafts = createDrafts();
    drafts.belongTo(ada, false);
    drafts.write('new', 'a secret');
    drafts.belongTo(null, false);
    drafts.belongTo(somebody, false);
    assert.equal(drafts.of('new'), '');
  });
}

test('the draft of a guest is gone with the guest', () => {
  const drafts = createDrafts();
  drafts.belongTo(guest, false);
  drafts.write('new', 'a secret');
  drafts.belongTo(null, false);
  assert.equal(drafts.of('new'), '');
});

test('a guest who became a member keeps what was typed, also in an account that was there before', () => {
  for (const member of [ada, { id: guest.id, isGuest: false }]) {
    const drafts = createDrafts();
    drafts.belongTo(guest, false);
    drafts.write('new', 'What do herons');
    drafts.belongTo(guest, true);
    drafts.belongTo(member, true);
    assert.equal(drafts.of('new'), 'What do herons');
    drafts.belongTo(null, false);
    drafts.belongTo(member, false);
    assert.equal(drafts.of('new'), 'What do herons');
  }
});

test('somebody who comes in after a guest is not that guest', () => {
  const drafts = createDrafts();
  drafts.belongTo(guest, false);
  drafts.write('new', 'a secret');
  drafts.belongTo(ada, false);
  assert.equal(drafts.of('new'), '');
});

test('logging out leaves nothing', () => {
  const drafts = createDrafts();
  drafts.belongTo(ada, false);
  drafts.write('new', 'a secret');
  drafts.clear();
  assert.equal(drafts.of('new'), '');
});

test('the draft of a new chat moves with it, and a sent text is gone', () => {
  const drafts = createDrafts();
  drafts.belongTo(ada, false);
  drafts.write('new', 'And badgers?');
  drafts.move('new', 'chat-1');
  assert.equal(drafts.of('new'), '');
  assert.equal(drafts.of('chat-1'), 'And badgers?');
  drafts.write('chat-1', '');
  assert.equal(drafts.of('chat-1'), '');
});
