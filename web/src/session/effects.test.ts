import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testBrowser } from '../testing/browser.ts';
import { ada, bootstrapOf, guest, testServer } from '../testing/server.ts';
import { createEffects } from './effects.ts';
import { createDrafts } from './storage/drafts.ts';
import { readOpenChat } from './storage/open-chat.ts';
import { saveErasure } from './storage/pending-erasure.ts';
import { readReturn } from './storage/return-to.ts';

const access = '/api/access';
const signOut = '/api/auth/sign-out';
const request = { for: 'change', turn: 1, link: null } as const;
const link = { code: 'SPRING', state: 'login', page: 'landing', from: 'link' } as const;

function openTab() {
  const tab = testBrowser();
  const drafts = createDrafts();
  return { ...tab, drafts, run: createEffects(tab.browser, drafts) };
}

test('a load answers with what the server says', async () => {
  testServer({ [access]: [{ body: bootstrapOf(ada) }] });
  const { run } = openTab();
  assert.deepEqual(await run({ type: 'load', request }), {
    type: 'loaded',
    request,
    answer: { value: bootstrapOf(ada) },
  });
});

test('a page that is only prerendered asks nothing before it is shown', async () => {
  const { pathsAsked } = testServer({ [access]: [{ body: bootstrapOf(null) }] });
  const { browser } = testBrowser();
  const shown = Promise.withResolvers<void>();
  const run = createEffects({ ...browser, untilShown: () => shown.promise }, createDrafts());
  const arrival = { for: 'arrival', turn: 1, code: null, page: 'landing' } as const;
  const loading = run({ type: 'load', request: arrival });
  await Promise.resolve();
  assert.deepEqual(pathsAsked(), []);
  shown.resolve();
  assert.equal((await loading)?.type, 'loaded');
});

test('a guest whose erasure failed earlier is erased before anything is shown', async () => {
  const { asked } = testServer({
    [access]: [{ body: bootstrapOf(guest) }, { body: bootstrapOf(null) }],
    [signOut]: [{}],
  });
  const { run, browser } = openTab();
  saveErasure('guest', browser.sharedStorage);
  const loaded = await run({ type: 'load', request });
  assert.equal(loaded?.type === 'loaded' && loaded.answer.value?.person, null);
  assert.deepEqual(asked[1], { path: signOut, body: { guest: 'guest' } });
  assert.equal(browser.sharedStorage.length, 0);
});

test('while that fails nothing is shown, and it is not forgotten', async () => {
  testServer({
    [access]: [{ body: bootstrapOf(guest) }],
    [signOut]: [{ status: 503, body: { code: 'DATABASE_AWAY' } }],
  });
  const { run, browser } = openTab();
  saveErasure('guest', browser.sharedStorage);
  const loaded = await run({ type: 'load', request });
  assert.equal(loaded?.type === 'loaded' && loaded.answer.problem?.code, 'DATABASE_AWAY');
  assert.equal(browser.sharedStorage.length, 1);
});

test('leaving quickly erases the guest while another site is on its way', async () => {
  const { asked } = testServer({ [signOut]: [{}] });
  const { run, browser, vanished } = openTab();
  run({ type: 'vanish', url: 'https://weather.example', erase: { guestId: 'guest' } });
  assert.equal(browser.sharedStorage.length, 1);
  await vanished[0]?.done;
  assert.deepEqual(asked, [{ path: signOut, body: { guest: 'guest' } }]);
  assert.equal(browser.sharedStorage.length, 0);
});

test('a guest who became a member in another tab is logged out, and not erased', async () => {
  const { asked } = testServer({ [signOut]: [{ status: 403, body: { code: 'NOT_A_GUEST' } }, {}] });
  const { run, vanished } = openTab();
  run({ type: 'vanish', url: 'https://weather.example', erase: { guestId: 'guest' } });
  await vanished[0]?.done;
  assert.deepEqual(asked, [
    { path: signOut, body: { guest: 'guest' } },
    { path: signOut, body: {} },
  ]);
});

test('a tab that follows another one erases nothing', async () => {
  const { asked } = testServer({});
  const { run, vanished } = openTab();
  run({ type: 'vanish', url: 'https://weather.example' });
  await vanished[0]?.done;
  assert.deepEqual(asked, []);
});

test('a code is checked, and its answer names the turn in which it was asked for', async () => {
  testServer({ '/api/auth/invitation-code/check': [{ body: { state: 'login' } }] });
  const { run } = openTab();
  const bootstrap = bootstrapOf(null);
  assert.deepEqual(await run({ type: 'check-code', turn: 3, bootstrap, link }), {
    type: 'code-checked',
    turn: 3,
    bootstrap,
    link,
    answer: { value: { state: 'login' } },
  });
});

test('a second try to enter is the same attempt until one succeeds', async () => {
  const path = '/api/auth/sign-in/invitation-code';
  const { asked } = testServer({ [path]: [{ status: 503, body: { code: 'DATABASE_AWAY' } }, {}] });
  const { run, browser } = openTab();
  const bootstrap = bootstrapOf(null);
  const first = await run({ type: 'enter', bootstrap, link });
  assert.equal(first?.type === 'entered' && first.problem?.code, 'DATABASE_AWAY');
  const second = await run({ type: 'enter', bootstrap, link });
  assert.equal(second?.type === 'entered' && second.problem, null);
  assert.deepEqual(asked[0]?.body, asked[1]?.body);
  assert.equal(browser.tabStorage.length, 0);
});

test('what a tab keeps is written and forgotten', () => {
  const { run, browser, drafts } = openTab();
  const storage = browser.tabStorage;
  run({ type: 'save-open-chat', id: '1' });
  run({ type: 'save-return', returnTo: { path: '/account', memberId: 'ada' } });
  assert.equal(readOpenChat(storage), '1');
  assert.deepEqual(readReturn(storage), { path: '/account', memberId: 'ada' });
  run({ type: 'save-open-chat', id: null });
  run({ type: 'save-return', returnTo: null });
  assert.equal(storage.length, 0);

  run({ type: 'assign-drafts', person: ada, isSame: false });
  drafts.write('new', 'What do herons');
  run({ type: 'clear-drafts' });
  assert.equal(drafts.of('new'), '');
});
