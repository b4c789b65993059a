import assert from 'node:assert/strict';
import { startFoyer } from './foyer.ts';
import { openBrowser, test } from './testing.ts';

const foyer = await startFoyer({ DEFAULT_LOGIN_CODE: 'POSTER' });
await foyer.makeCode('login', { code: 'POSTER' });
const browser = await openBrowser();

test('a guest who enters or leaves in one tab does so in the other', async () => {
  const guest = await browser.visitor(foyer, { mayBeRefused: true });
  const other = await guest.newTab();
  await other.open('/login');
  await guest.open('/');
  await guest.continueAsGuest();
  await other.page.waitForURL('/chat');
  await other.composer.waitFor();
  await guest.ask('What do herons eat?');

  await other.open(guest.address());
  await other.replies.waitFor();
  await guest.logOutAndDelete();
  await other.page.waitForURL('/');
  await other.button('Continue as Guest').waitFor();
  assert.equal(await other.page.getByText('herons').count(), 0);
});

test('a member who logs in or out in one tab does so in the other', async () => {
  const { link } = await foyer.makeCode('registration');
  const account = { email: 'ada@example.org', password: 'a heron by the river' };
  const ada = await browser.visitor(foyer, { mayBeRefused: true });
  await ada.page.goto(link);
  await ada.register(account);
  await ada.composer.waitFor();
  const other = await ada.newTab();
  await other.open('/chat');
  await ada.button('Log out').click();
  await other.page.waitForURL('/');

  await ada.control('Login').click();
  await ada.logIn(account);
  await other.page.waitForURL('/chat');
  await other.page.getByText(account.email).waitFor();
});

test('a guest can leave in one tab while an answer is being written in another', async () => {
  const guest = await browser.visitor(foyer, { mayBeRefused: true });
  await guest.open('/');
  await guest.continueAsGuest();
  const other = await guest.newTab();
  await other.open('/chat');
  await guest.say('Show me markdown');
  await guest.replies.waitFor();
  await other.logOutAndDelete();
  await guest.page.waitForURL('/');
  await guest.button('Continue as Guest').waitFor();
});
