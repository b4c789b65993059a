import assert from 'node:assert/strict';
import { startFoyer } from './foyer.ts';
import { openBrowser, test } from './testing.ts';

const foyer = await startFoyer({ DEFAULT_LOGIN_CODE: 'POSTER' });
const poster = await foyer.makeCode('login', { code: 'POSTER' });
const browser = await openBrowser();

test('a guest enters with one click, chats, finds the chat after a reload, and leaves nothing behind', async () => {
  const guest = await browser.visitor(foyer);
  await guest.open('/');
  await guest.continueAsGuest();
  await guest.page.getByText('You are a guest').waitFor();
  await guest.ask('What do herons eat?');
  assert.match(await guest.replies.innerText(), /begins with “What do herons eat”/);
  assert.match(guest.address(), /^\/chat\/[0-9a-f-]{36}$/);
  const chat = guest.address();

  await guest.page.reload();
  await guest.page.getByText('begins with “What do herons eat”').waitFor();
  assert.equal(await guest.replies.count(), 1);

  await guest.button('Log out').click();
  await guest.page.getByRole('dialog', { name: 'Log out and delete your chats?' }).waitFor();
  await guest.button('Stay').click();
  await guest.page.getByRole('dialog').waitFor({ state: 'hidden' });
  assert.equal(guest.address(), chat);
  assert.equal(await guest.replies.count(), 1);

  await guest.button('New chat').click();
  await guest.page.waitForURL('/chat');
  await guest.logOutAndDelete();
  await guest.button('Continue as Guest').waitFor();

  await guest.page.goBack();
  await guest.button('Continue as Guest').waitFor();
  assert.equal(await guest.page.getByText('herons').count(), 0);

  await guest.open(chat);
  await guest.page.waitForURL((url) => url.pathname === '/login');
  await guest.button('Continue as Guest').waitFor();
  assert.equal(await guest.page.getByText('herons').count(), 0);
});

test('the next guest in the same browser cannot open the chat of the guest before', async () => {
  const person = await browser.visitor(foyer, { mayBeRefused: true });
  await person.open('/');
  await person.continueAsGuest();
  await person.ask('A secret about badgers');
  const chat = person.address();
  await person.logOutAndDelete();

  await person.continueAsGuest();
  await person.open(chat);
  await person.alert.filter({ hasText: 'There is no such chat' }).waitFor();
  assert.equal(await person.page.getByText('badgers').count(), 0);
  await person.page.getByText('No chats yet').waitFor();
});

test('a double click on Continue as Guest spends one use', async () => {
  const before = await foyer.remaining(poster.code);
  const guest = await browser.visitor(foyer);
  await guest.open('/');
  await guest.button('Continue as Guest').dblclick();
  await guest.composer.waitFor();
  assert.equal(await foyer.remaining(poster.code), before - 1);
});

test('a second click while the page enters sends nothing', async () => {
  const guest = await browser.visitor(foyer);
  await guest.open('/');
  const held = Promise.withResolvers<void>();
  await guest.page.route('**/api/access', (route) => held.promise.then(() => route.continue()));
  const entries: string[] = [];
  guest.page.on('request', (request) => request.url().includes('/sign-in/') && entries.push(request.url()));
  const goesOn = guest.page.waitForRequest('**/api/access');
  await guest.button('Continue as Guest').click();
  await goesOn;
  await guest.button('Continue as Guest').dispatchEvent('click');
  held.resolve();
  await guest.composer.waitFor();
  assert.equal(entries.length, 1);
});
