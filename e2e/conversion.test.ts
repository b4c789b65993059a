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

/** A guest with a handed-out code, who has asked a question. */
async function guestWithChat() {
  const { link } = await foyer.makeCode('login');
  const guest = await browser.visitor(foyer, { mayBeRefused: true });
  await guest.page.goto(link);
  await guest.composer.waitFor();
  await guest.ask('What do herons eat?');
  return guest;
}

test('a guest becomes a member from the notice, keeps the chat, and the other tab follows', async () => {
  const guest = await guestWithChat();
  const other = await guest.newTab();
  await other.open('/chat');
  await other.page.getByText('You are a guest').waitFor();
  await guest.control('Create account').click();
  await guest.heading('Create account').waitFor();
  await guest.page.getByLabel('Email').fill('ada@example.org');
  await guest.page.getByLabel('Password', { exact: true }).fill(password);
  await guest.button('Create account').click();
  await guest.page.getByText('ada@example.org').waitFor();
  await other.page.getByText('ada@example.org').waitFor({ timeout: 2000 });
  assert.equal(await other.page.getByText('You are a guest').count(), 0);

  await guest.button('Log out').click();
  await guest.page.waitForURL('/');
  const elsewhere = await browser.visitor(foyer);
  await elsewhere.open('/login');
  await elsewhere.logIn({ email: 'ada@example.org', password });
  await elsewhere.page.getByRole('link', { name: 'What do herons eat?' }).click();
  await elsewhere.page.getByText('begins with “What do herons eat”').waitFor();
});

test('a guest becomes a member by a provider, from the question at logout', async () => {
  const guest = await guestWithChat();
  const other = await guest.newTab();
  await other.open('/chat');
  await guest.button('Log out').click();
  await guest.page.getByRole('dialog').getByRole('button', { name: 'Create account' }).click();
  await guest.heading('Create account').waitFor();
  const { name, email } = issuer.add();
  await guest.button('Continue with Campus').click();
  await guest.logInAtProvider(name, foyer.url);
  await guest.page.getByText(email).waitFor();
  await guest.page.getByRole('link', { name: 'What do herons eat?' }).waitFor();
  await other.page.getByText(email).waitFor({ timeout: 2000 });
});

test('a guest of the default code needs a registration code', async () => {
  const { code } = await foyer.makeCode('registration', { uses: 1 });
  const guest = await browser.visitor(foyer, { mayBeRefused: true });
  await guest.open('/');
  await guest.continueAsGuest();
  await guest.control('Create account').click();
  await guest.field('Registration code').fill(code);
  await guest.page.getByLabel('Email').fill('ben@example.org');
  await guest.page.getByLabel('Password', { exact: true }).fill(password);
  await guest.button('Create account').click();
  await guest.page.getByText('ben@example.org').waitFor();
  assert.equal(await foyer.remaining(code), 0);
});

test('a guest who cancels at the provider finds the code of their link on the page again', async () => {
  const { code, link } = await foyer.makeCode('registration');
  const guest = await browser.visitor(foyer);
  await guest.open('/');
  await guest.continueAsGuest();
  await guest.page.goto(link);
  await guest.control('Create account with it').click();
  await guest.button('Continue with Campus').click();
  await guest.page.getByRole('link', { name: /Cancel|Abort/ }).click();
  await guest.heading('Create account').waitFor();
  await guest.alert.filter({ hasText: 'Campus' }).waitFor();
  assert.equal(await guest.field('Registration code').inputValue(), code);
});

for (const [choice, isThere] of [
  ['Bring my chats along', true],
  ['Delete my chats', false],
] as const) {
  test(`a guest who already has an account chooses what happens to the chat: ${choice}`, async () => {
    const email = `${isThere ? 'eve' : 'eva'}@example.org`;
    const { link } = await foyer.makeCode('registration');
    const owner = await browser.visitor(foyer);
    await owner.page.goto(link);
    await owner.register({ email, password });
    await owner.composer.waitFor();

    const guest = await guestWithChat();
    await guest.control('Create account').click();
    await guest.page.getByLabel('Email').fill(email);
    await guest.page.getByLabel('Password', { exact: true }).fill(password);
    await guest.button('Create account').click();
    await guest.heading('Log in to your account').waitFor();
    await guest.alert.filter({ hasText: 'already an account' }).waitFor();
    assert.equal(await guest.button('Login').isDisabled(), true, 'nothing is sent before a choice');
    await guest.page.getByRole('radio', { name: choice }).check();
    await guest.page.getByLabel('Password', { exact: true }).fill(password);
    await guest.button('Login').click();
    await guest.page.getByText(email).waitFor();
    const chat = guest.page.getByRole('link', { name: 'What do herons eat?' });
    if (isThere) await chat.waitFor();
    else await guest.page.getByText('No chats yet.').waitFor();
  });
}

test('where guests cannot create accounts, the pages do not offer it', async () => {
  const off = await startFoyer({ DEFAULT_LOGIN_CODE: 'POSTER', GUEST_CONVERSION: 'off' });
  await off.makeCode('login', { code: 'POSTER' });
  const guest = await browser.visitor(off);
  await guest.open('/');
  await guest.continueAsGuest();
  await guest.page.getByText('You are a guest').waitFor();
  assert.equal(await guest.control('Create account').count(), 0);
  await guest.open('/create-account');
  await guest.page.waitForURL('/chat');
});
