import assert from 'node:assert/strict';
import { after } from 'node:test';
import { openDatabase } from '@foyer/database';
import { startMailbox } from '../testing/server/mailbox.ts';
import { startFoyer } from './foyer.ts';
import { openBrowser, test } from './testing.ts';

const mailbox = await startMailbox();
const foyer = await startFoyer({ DEFAULT_LOGIN_CODE: 'POSTER', REGISTRATION_CODES: 'not-required' });
const withMail = await startFoyer({ REGISTRATION_CODES: 'not-required', ...mailbox.settings });
await foyer.makeCode('login', { code: 'POSTER' });
const { db, close } = openDatabase(foyer.databaseUrl);
after(close);
const browser = await openBrowser();
const password = 'a heron by the river';

const guests = () => db.selectFrom('user').select('id').where('isGuest', '=', true).execute();

type Visitor = Awaited<ReturnType<typeof browser.visitor>>;

async function guestWhoAsked(): Promise<Visitor> {
  // Of a test that failed: one failure must not be many.
  await db.deleteFrom('user').where('isGuest', '=', true).execute();
  const guest = await browser.visitor(foyer, { mayBeRefused: true, mayLoseConnection: true, mayBreak: true });
  await guest.open('/');
  await guest.continueAsGuest();
  await guest.ask('A secret about badgers');
  return guest;
}

/** The pages beside the chat, and how to get there. */
const pages: Record<string, (person: Visitor) => Promise<unknown>> = {
  'of an invalid link': (person) => person.open('/verify#token=x'),
  'of a new password': (person) => person.open('/reset-password#token=x'),
  'whose script does not load': async (person) => {
    await person.page.route('**/assets/{CreateAccount,Account}Page*', (route) => route.abort());
    await person.page.goto((await person.button('Leave quickly').count()) ? '/create-account' : '/account');
    await person.heading('This page could not be loaded').waitFor();
  },
  'without a server': async (person) => {
    await person.page.route('**/api/access', (route) => route.abort());
    await person.page.reload();
    await person.heading('Foyer cannot be reached').waitFor();
  },
  'that is still loading': async (person) => {
    await person.page.route('**/api/access', () => {});
    await person.page.reload();
    await person.page.getByText('One moment').waitFor();
  },
  'that has crashed': breakPage,
};

/** Removes what React has drawn, so that React throws. */
async function breakPage({ page, button, heading }: Visitor) {
  await page.evaluate('document.querySelector("main").replaceChildren()');
  await button('New chat').click();
  await heading('This page could not be shown').waitFor();
}

for (const [name, open] of Object.entries(pages)) {
  test(`on a page ${name} a guest is asked, and can log out`, async () => {
    const guest = await guestWhoAsked();
    await open(guest);
    await guest.button('Leave quickly').waitFor();
    await guest.button('Log out').click();
    await guest.page.getByRole('heading', { name: /^Log out/ }).waitFor();
    assert.equal((await guests()).length, 1, 'nothing happens before the answer');
    await guest.button('Log out and delete').click();
    await guest.button('Log out and delete').waitFor({ state: 'detached' });
    assert.deepEqual(await guests(), []);
    if (open === breakPage) await guest.page.waitForURL((url) => url.pathname === '/');
    await guest.page.unrouteAll();
    await guest.open('/chat');
    await guest.heading('Login').waitFor();
  });

  test(`on a page ${name} a member can log out`, async () => {
    const member = await browser.visitor(foyer, {
      mayBeRefused: true,
      mayLoseConnection: true,
      mayBreak: true,
    });
    await member.open('/register');
    const email = `${name.replaceAll(' ', '-')}@example.org`;
    await member.register({ email, password });
    await member.ask('What do herons eat?');
    await open(member);
    await member.button('Log out').click();
    const question = member.button('Log out and delete');
    // These pages do not know that this is a member.
    if (/without a server|still loading/.test(name)) await question.click();
    await member.button('Log out').waitFor({ state: 'detached' });
    if (open === breakPage) await member.page.waitForURL((url) => url.pathname === '/');
    await member.page.unrouteAll();
    await member.open('/chat');
    await member.heading('Login').waitFor();
    await member.logIn({ email, password });
    await member.composer.waitFor();
  });
}

test('a guest who is asked while a link is looked at is still asked afterwards', async () => {
  const guest = await guestWhoAsked();
  const asked = Promise.withResolvers<void>();
  await guest.page.route('**/api/auth/verify-email', async (route) => {
    await asked.promise;
    await route.continue();
  });
  await guest.open('/verify#token=x');
  await guest.heading('Confirming your email address').waitFor();
  await guest.button('Log out').click();
  await guest.button('Log out and delete').waitFor();
  asked.resolve();
  await guest.heading('This link does not work').waitFor();
  await guest.button('Log out and delete').click();
  await guest.button('Log out and delete').waitFor({ state: 'detached' });
  assert.deepEqual(await guests(), []);
});

test('beside the chat, a guest who is asked before the logout may stay, or create an account', async () => {
  const guest = await guestWhoAsked();
  await guest.control('Create account').click();
  await guest.heading('Create account').waitFor();
  await guest.button('Leave quickly').waitFor();
  await guest.button('Log out').click();
  await guest.page.locator(':focus').and(guest.button('Stay')).click();
  assert.equal(await guest.button('Log out and delete').count(), 0);
  await guest.page.getByRole('button', { name: 'Log in to it' }).click();
  await guest.heading('Log in to your account').waitFor();
  await guest.logOutAndDelete();
  assert.deepEqual(await guests(), []);
});

test('a guest who could not be erased is told so, also on a broken page', async () => {
  const guest = await guestWhoAsked();
  await breakPage(guest);
  await guest.context.setOffline(true);
  await guest.button('Log out').click();
  await guest.button('Log out and delete').click();
  await guest.alert.filter({ hasText: 'Nothing could be deleted, and you are still logged in' }).waitFor();
  await guest.context.setOffline(false);
  await guest.button('Log out and delete').click();
  await guest.button('Continue as Guest').waitFor();
  assert.deepEqual(await guests(), []);
});

test('a member logs out on the account page, and while their address is not confirmed', async () => {
  const member = await browser.visitor(foyer);
  await member.open('/register');
  await member.register({ email: 'ada@example.org', password });
  await member.control('Account').click();
  await member.heading('Account').waitFor();
  assert.equal(await member.button('Leave quickly').count(), 0);
  await member.button('Log out').click();
  await member.page.waitForURL((url) => url.pathname === '/');

  const other = await browser.visitor(withMail);
  await other.open('/register');
  await other.register({ email: 'ben@example.org', password });
  await other.heading('Check your email').waitFor();
  await other.open('/login');
  await other.logIn({ email: 'ben@example.org', password });
  await other.heading('Confirm your email address').waitFor();
  await other.button('Log out').click();
  await other.page.waitForURL((url) => url.pathname === '/');
});

test('a guest who became a member in another tab is not erased, and may log out of the account', async () => {
  const guest = await guestWhoAsked();
  const member = { email: 'eve@example.org', password };
  const answer = await guest.context.request.post('/api/auth/invitation-code/convert', {
    data: member,
    headers: { origin: foyer.url },
  });
  assert.equal(answer.status(), 200);
  await guest.button('Log out').click();
  await guest.button('Log out and delete').click();
  const question = guest.page.getByRole('dialog', { name: 'You have an account now' });
  await question.getByText('Nothing was deleted').waitFor();
  await question.getByRole('button', { name: 'Log out of the account' }).click();
  await guest.page.waitForURL((url) => url.pathname === '/');
  await guest.control('Login').click();
  await guest.logIn(member);
  await guest.page.getByRole('link', { name: 'A secret about badgers' }).waitFor();
});
