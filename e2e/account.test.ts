import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { freePort } from '../testing/database/database.ts';
import { startIssuer } from '../testing/server/issuer.ts';
import { startFoyer } from './foyer.ts';
import { openBrowser, test } from './testing.ts';

const port = String(await freePort());
const issuer = await startIssuer(`http://127.0.0.1:${port}`);
const foyer = await startFoyer({ PORT: port, ...issuer.settings });
const browser = await openBrowser();
const password = 'a heron by the river';

async function memberOnAccountPage(email: string) {
  const { link } = await foyer.makeCode('registration');
  const member = await browser.visitor(foyer, { mayBeRefused: true });
  await member.page.goto(link);
  await member.register({ email, password });
  await member.ask('What do herons eat?');
  await member.control('Account').click();
  await member.heading('Account').waitFor();
  return member;
}

test('a member links a provider, logs in with it, and unlinks it', async () => {
  const ada = await memberOnAccountPage('ada@example.org');
  const { name } = issuer.add();
  await ada.button(/Link.*Campus|Campus.*Link|Link Campus/).click();
  await ada.logInAtProvider(name, foyer.url);
  await ada.heading('Account').waitFor();
  await ada.button(/Unlink.*Campus|Unlink/).waitFor();

  const elsewhere = await browser.visitor(foyer);
  await elsewhere.open('/login');
  await elsewhere.button('Continue with Campus').click();
  await elsewhere.logInAtProvider(name, foyer.url);
  await elsewhere.page.getByText('ada@example.org').waitFor();

  await ada.button(/Unlink.*Campus|Unlink/).click();
  await ada.button(/Link.*Campus|Link Campus/).waitFor();
});

test('a member sees their sessions and ends the others', async () => {
  const ben = await memberOnAccountPage('ben@example.org');
  const elsewhere = await browser.visitor(foyer, { mayBeRefused: true });
  await elsewhere.open('/login');
  await elsewhere.logIn({ email: 'ben@example.org', password });
  await elsewhere.composer.waitFor();
  await ben.page.reload();
  await ben.button('Log out all others').click();
  await ben.button('Log out all others').waitFor({ state: 'detached' });
  await elsewhere.page.reload();
  await elsewhere.heading('Login').waitFor();
});

test('a member downloads all their data', async () => {
  const eve = await memberOnAccountPage('eve@example.org');
  const coming = eve.page.waitForEvent('download');
  await eve.control('Download my data').click();
  const data = JSON.parse(await readFile(await (await coming).path(), 'utf8'));
  assert.equal(data.email, 'eve@example.org');
  assert.equal(data.chats[0].messages[0].text, 'What do herons eat?');
});

test('a member changes the password, and deletes the account after being asked', async () => {
  const flo = await memberOnAccountPage('flo@example.org');
  await flo.page.getByLabel('Current password', { exact: true }).fill('not this one');
  await flo.page.getByLabel('New password', { exact: true }).fill('an otter under the bridge');
  await flo.button('Change password').click();
  await flo.alert.waitFor();
  await flo.page.getByLabel('Current password', { exact: true }).fill(password);
  await flo.button('Change password').click();
  await flo.page.getByText('Your new password is set').waitFor();

  await flo.button('Delete my account').click();
  await flo.page
    .getByRole('dialog')
    .getByRole('button', { name: /Delete/ })
    .click();
  await flo.page.waitForURL('/');
  const again = await browser.visitor(foyer, { mayBeRefused: true });
  await again.open('/login');
  await again.logIn({ email: 'flo@example.org', password: 'an otter under the bridge' });
  await again.alert.filter({ hasText: 'is incorrect' }).waitFor();
});

test('on the account page, an act after the end of the session leads to the login and back', async () => {
  const gil = await memberOnAccountPage('gil@example.org');
  await gil.button('Download my data').waitFor();
  await gil.context.clearCookies();
  await gil.button('Download my data').click();
  await gil.heading('Login').waitFor();
  await gil.page.getByText('Your session has ended').waitFor();
  await gil.logIn({ email: 'gil@example.org', password });
  await gil.heading('Account').waitFor();
  assert.equal(gil.address(), '/account');
});

test('closing a dialog on the account page brings the focus back', async () => {
  const hal = await memberOnAccountPage('hal@example.org');
  await hal.button('Delete my account').press('Enter');
  await hal.page.getByRole('dialog').waitFor();
  await hal.page.keyboard.press('Escape');
  await hal.page.getByRole('dialog').waitFor({ state: 'hidden' });
  await hal.page.locator('button:focus', { hasText: 'Delete my account' }).waitFor();
});
