import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person } from '../../api/session.ts';
import { testBrowser } from '../../testing/browser.ts';
import { ada, ben, guest } from '../../testing/server.ts';
import { createEffects } from '../effects.ts';
import type { SessionChange } from '../other-tabs.ts';
import { createDrafts } from '../storage/drafts.ts';
import { readOpenChat, saveOpenChat } from '../storage/open-chat.ts';
import { readReturn } from '../storage/return-to.ts';
import {
  lastChatPath,
  noTab,
  noteChange,
  notePerson,
  requireLogin,
  type TabEffect,
  takeReturnPath,
} from './tab-state.ts';

/** A tab whose effects reach a real storage and real drafts. */
function openTab() {
  const { browser } = testBrowser();
  const storage = browser.tabStorage;
  const drafts = createDrafts();
  const run = createEffects(browser, drafts);
  let tab = noTab;
  const apply = <T extends { effects: TabEffect[] }>(change: T): T => {
    for (const effect of change.effects) run(effect);
    return change;
  };
  return {
    storage,
    drafts,
    state: () => tab,
    meet(person: Person | null) {
      tab = apply(notePerson(tab, person)).tab;
    },
    note(change: SessionChange) {
      tab = apply(noteChange(tab, change)).tab;
    },
    open(path: string): string {
      const required = apply(requireLogin(tab, path));
      tab = required.tab;
      return required.path;
    },
    backTo: () => tab.person && apply(takeReturnPath(tab.person, readReturn(storage))).path,
    seesChat: (id: string | null) => saveOpenChat(id, storage),
    chatPath: () => lastChatPath(readOpenChat(storage)),
  };
}

test('a member whose session ended is asked to log in, and goes on where they were', () => {
  const tab = openTab();
  tab.meet(ada);
  tab.drafts.write('new', 'What do herons');
  tab.meet(null);
  assert.equal(tab.open('/chat/1'), '/login');
  assert.equal(tab.state().signedOutReason, 'ended');
  tab.note('in');
  tab.meet(ada);
  assert.equal(tab.state().signedOutReason, null);
  assert.equal(tab.backTo(), '/chat/1');
  assert.equal(tab.backTo(), null);
  assert.equal(tab.drafts.of('new'), 'What do herons');
});

test('somebody else who logs in after that finds nothing of it', () => {
  const tab = openTab();
  tab.meet(ada);
  tab.drafts.write('new', 'a secret');
  tab.meet(null);
  tab.open('/chat/1');
  tab.note('in');
  tab.meet(ben);
  assert.equal(tab.drafts.of('new'), '');
  assert.equal(tab.backTo(), null);
  assert.equal(tab.storage.length, 0);
});

test('a member who logs out is led to the landing page, and leaves nothing in the tab', () => {
  const tab = openTab();
  tab.meet(ada);
  tab.drafts.write('new', 'a secret');
  tab.note('left');
  tab.drafts.write('new', 'typed before the tab knew');
  tab.meet(null);
  assert.equal(tab.open('/chat/1'), '/');
  assert.equal(tab.state().signedOutReason, null);
  assert.equal(tab.drafts.of('new'), '');
  assert.equal(tab.storage.length, 0);
});

test('a logout in another tab that is told late is a logout all the same', () => {
  const tab = openTab();
  tab.meet(ada);
  tab.meet(null);
  tab.open('/chat/1');
  assert.equal(tab.state().signedOutReason, 'ended');
  tab.note('left');
  assert.equal(tab.open('/chat/1'), '/');
  assert.equal(tab.backTo(), null);
});

test('a guest whose session ended is told so, and has nothing to come back to', () => {
  const tab = openTab();
  tab.meet(guest);
  tab.drafts.write('new', 'a secret');
  tab.meet(null);
  assert.equal(tab.open('/chat/1'), '/login');
  assert.equal(tab.state().signedOutReason, 'guest-ended');
  assert.equal(tab.storage.length, 0);
  assert.equal(tab.drafts.of('new'), '');
});

test('a page that needs a login and is opened first asks for one, but nobody creates an account from nothing', () => {
  const tab = openTab();
  tab.meet(null);
  assert.equal(tab.open('/create-account'), '/');
  assert.equal(tab.open('/account'), '/login');
  assert.equal(tab.state().signedOutReason, 'cold');
  tab.meet(ada);
  assert.equal(tab.backTo(), '/account');
});

test('a guest who became a member, here or in another tab, is no other person', () => {
  const tab = openTab();
  tab.meet(guest);
  tab.drafts.write('new', 'What do herons');
  tab.note('same');
  tab.meet(ada);
  assert.equal(tab.state().sessionCount, 0);
  assert.equal(tab.drafts.of('new'), 'What do herons');
});

test('somebody who logs in where a guest was, without a moment between them, is another person', () => {
  const tab = openTab();
  tab.meet(guest);
  tab.drafts.write('new', 'a secret');
  tab.note('in');
  tab.meet(ada);
  assert.equal(tab.drafts.of('new'), '');
});

test('an account that was deleted is said to be', () => {
  const tab = openTab();
  tab.meet(ada);
  tab.note('deleted');
  tab.meet(null);
  assert.equal(tab.state().signedOutReason, 'deleted');
});

test('a guest who became a member goes on in the chat that was open', () => {
  const tab = openTab();
  tab.meet(guest);
  assert.equal(tab.chatPath(), '/chat');
  tab.seesChat('1');
  tab.note('same');
  tab.meet(ada);
  assert.equal(tab.chatPath(), '/chat/1');
  tab.seesChat(null);
  assert.equal(tab.chatPath(), '/chat');
});

test('the next person does not find the chat that was open', () => {
  const tab = openTab();
  for (const go of [() => tab.note('in'), () => tab.note('left'), () => tab.meet(null)]) {
    tab.meet(guest);
    tab.seesChat('1');
    go();
    assert.equal(tab.chatPath(), '/chat');
    assert.equal(tab.storage.length, 0);
  }
});
