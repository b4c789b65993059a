import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testBrowser } from '../testing/browser.ts';
import { ada, bootstrapOf, guest, testServer } from '../testing/server.ts';
import { createSessionStore } from './store.ts';

const noAddress = { code: null, oauthError: null, token: null };

function openStore(path: string) {
  const tab = testBrowser(path);
  const store = createSessionStore(tab.browser, null);
  const drawn = new Set<unknown>();
  store.subscribe(() => drawn.add(store.current()));
  const person = () => {
    const shown = store.current();
    return shown.step === 'ready' ? shown.bootstrap.person : undefined;
  };
  return { ...tab, store, person, drawn };
}

test('a change is settled when its answer is shown, so that nobody clicks again meanwhile', async () => {
  testServer({ '/api/access': [{ body: bootstrapOf(null) }, { body: bootstrapOf(ada) }] });
  const { store, person, posted, drawn } = openStore('/login');
  await store.arrive(noAddress);
  assert.equal(person(), null);
  await store.sessionChanged('in');
  assert.deepEqual(person(), ada);
  assert.deepEqual(posted, ['in']);
  assert.equal(drawn.size, 3, 'loading and two answers');
});

test('a member who returns to a page finds it after the next login, once', async () => {
  const bodies = [ada, null, ada, ada].map((person) => ({ body: bootstrapOf(person) }));
  testServer({ '/api/access': bodies });
  const { store, went, goTo } = openStore('/account');
  await store.arrive(noAddress);
  store.returnTo('/account');
  await store.refresh();
  goTo('/login');
  await store.refresh();
  assert.deepEqual(went, ['/account']);
  goTo('/login');
  await store.refresh();
  assert.deepEqual(went, ['/account']);
});

test('a guest who logs out leaves no draft and no open chat', async () => {
  testServer({ '/api/access': [{ body: bootstrapOf(guest) }, { body: bootstrapOf(null) }] });
  const { store, browser } = openStore('/chat/1');
  await store.arrive(noAddress);
  store.setOpenChat('1');
  store.drafts.write('1', 'a secret');
  assert.equal(store.chatPath(), '/chat/1');
  await store.sessionChanged('left');
  assert.equal(store.drafts.of('1'), '');
  assert.equal(store.chatPath(), '/chat');
  assert.equal(browser.tabStorage.length, 0);
});

test('an attempt that waits for room is in memory only', async () => {
  testServer({ '/api/access': [{ body: bootstrapOf(null) }] });
  const { store, browser } = openStore('/');
  await store.arrive(noAddress);
  store.waitForRoom({ default: true }, { code: 'TOO_MANY_GUESTS', retryAfterSeconds: 5 });
  const shown = store.current();
  assert.match((shown.step === 'ready' && shown.waiting?.attemptId) || '', /^[0-9a-f]{32}$/);
  assert.equal(browser.tabStorage.length, 0);
});
