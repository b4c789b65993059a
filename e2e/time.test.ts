import assert from 'node:assert/strict';
import { freePort } from '../testing/database/database.ts';
import { startIssuer } from '../testing/server/issuer.ts';
import { startFoyer } from './foyer.ts';
import { openBrowser, test } from './testing.ts';

const port = String(await freePort());
const issuer = await startIssuer(`http://127.0.0.1:${port}`);
const foyer = await startFoyer({ PORT: port, DEFAULT_LOGIN_CODE: 'POSTER', ...issuer.settings });
await foyer.makeCode('login', { code: 'POSTER' });
const browser = await openBrowser();
const password = 'a heron by the river';

/** A member in a chat, with a draft. */
async function memberWhoTypes(email: string) {
  const { link } = await foyer.makeCode('registration');
  const member = await browser.visitor(foyer, { mayBeRefused: true });
  await member.page.goto(link);
  await member.register({ email, password });
  await member.ask('What do herons eat?');
  await member.composer.fill('And what do otters');
  return { ...member, chat: member.address() };
}

test('a session that ends while a member types leads to the login, and back to the chat and the draft', async () => {
  const ada = await memberWhoTypes('ada@example.org');
  await ada.context.clearCookies();
  await ada.composer.press('Enter');
  await ada.heading('Login').waitFor();
  await ada.page.getByText('Your session has ended').waitFor();
  await ada.logIn({ email: 'ada@example.org', password });
  await ada.page.getByText('begins with “What do herons eat”').waitFor();
  assert.equal(ada.address(), ada.chat);
  assert.equal(await ada.composer.inputValue(), 'And what do otters');
});

test('another member gets neither the page to return to nor the draft', async () => {
  const ben = await memberWhoTypes('ben@example.org');
  const { link } = await foyer.makeCode('registration');
  const eve = await browser.visitor(foyer);
  await eve.page.goto(link);
  await eve.register({ email: 'eve@example.org', password });
  await eve.composer.waitFor();

  await ben.context.clearCookies();
  await ben.composer.press('Enter');
  await ben.heading('Login').waitFor();
  await ben.logIn({ email: 'eve@example.org', password });
  await ben.page.getByText('eve@example.org').waitFor();
  assert.equal(ben.address(), '/chat');
  assert.equal(await ben.composer.inputValue(), '');
  const kept = await ben.page.evaluate('JSON.stringify(sessionStorage) + JSON.stringify(localStorage)');
  assert.ok(!String(kept).includes('otters'));
});

test('a login by a provider leads back too, without the draft: it was not stored', async () => {
  const { link } = await foyer.makeCode('registration');
  const flo = await browser.visitor(foyer, { mayBeRefused: true });
  await flo.page.goto(link);
  await flo.button('Continue with Campus').click();
  await flo.logInAtProvider(issuer.add().name, foyer.url);
  await flo.ask('What do herons eat?');
  const chat = flo.address();
  await flo.composer.fill('And what do otters');
  await flo.context.clearCookies({ domain: '127.0.0.1', name: /^foyer/ });
  await flo.composer.press('Enter');
  await flo.heading('Login').waitFor();
  await flo.button('Continue with Campus').click();
  await flo.page.getByText('begins with “What do herons eat”').waitFor();
  assert.equal(flo.address(), chat);
  assert.equal(await flo.composer.inputValue(), '');
});

test('a page for signed-in people asks for a login, and opens after it', async () => {
  const { link } = await foyer.makeCode('registration');
  const gil = await browser.visitor(foyer);
  await gil.page.goto(link);
  await gil.register({ email: 'gil@example.org', password });
  await gil.composer.waitFor();
  const elsewhere = await browser.visitor(foyer);
  await elsewhere.open('/account');
  await elsewhere.heading('Login').waitFor();
  await elsewhere.logIn({ email: 'gil@example.org', password });
  await elsewhere.heading('Account').waitFor();
});

test('a guest whose session has ended is told what happens to the chats', async () => {
  const guest = await browser.visitor(foyer, { mayBeRefused: true });
  await guest.open('/');
  await guest.continueAsGuest();
  await guest.composer.fill('A secret about badgers');
  await guest.context.clearCookies();
  await guest.composer.press('Enter');
  await guest.heading('Login').waitFor();
  // The chats may still exist: the browser lost its cookie, and nobody logged out.
  await guest.page.getByText('are deleted no later than 24 hours after your last visit').waitFor();
  const kept = await guest.page.evaluate('JSON.stringify(sessionStorage) + JSON.stringify(localStorage)');
  assert.ok(!String(kept).includes('badgers'));
});

test('the page says that it is offline, and the draft is sent when the connection is back', async () => {
  const guest = await browser.visitor(foyer, { mayBeRefused: true, mayLoseConnection: true });
  await guest.open('/');
  await guest.continueAsGuest();
  await guest.context.setOffline(true);
  await guest.composer.fill('What do herons eat?');
  await guest.page.getByText('You are offline').waitFor();
  await guest.context.setOffline(false);
  await guest.page.getByText('You are offline').waitFor({ state: 'detached' });
  assert.equal(await guest.composer.inputValue(), 'What do herons eat?');
  await guest.ask('What do herons eat?');
});

test('where no mail is sent, a member who forgot the password gets a link from the operator', async () => {
  const { link } = await foyer.makeCode('registration');
  const hal = await browser.visitor(foyer, { mayBeRefused: true });
  await hal.page.goto(link);
  await hal.register({ email: 'hal@example.org', password });
  await hal.composer.waitFor();
  const { link: reset } = await foyer.resetLink('hal@example.org');
  const elsewhere = await browser.visitor(foyer);
  await elsewhere.open('/login');
  await elsewhere.control('Forgot password?').click();
  await elsewhere.page.getByText('Ask the people who run this site').waitFor();
  await elsewhere.page.goto(reset);
  await elsewhere.page.getByLabel('New password', { exact: true }).fill('an otter under the bridge');
  await elsewhere.button('Set password').click();
  await elsewhere.page.getByText('hal@example.org').waitFor();
  await hal.page.reload();
  await hal.heading('Login').waitFor();
});
