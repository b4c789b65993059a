import assert from 'node:assert/strict';
import { startFoyer } from './foyer.ts';
import { openBrowser, test } from './testing.ts';

const foyer = await startFoyer({ DEFAULT_LOGIN_CODE: 'POSTER' });
await foyer.makeCode('login', { code: 'POSTER' });
const login = await foyer.makeCode('login');
const registration = await foyer.makeCode('registration');
const browser = await openBrowser();
const notice = 'You are already logged in';

test('a signed-in person stays signed in with any code in a link, and no use is spent', async () => {
  const guest = await browser.visitor(foyer);
  await guest.open('/');
  await guest.continueAsGuest();
  const links = [
    login.link,
    registration.link,
    `/login?invite-code=${login.code}`,
    `/register?invite-code=${registration.code}`,
    '/#invite-code=NEVER-MADE',
  ];
  for (const link of links) {
    // Start from another page: a new fragment alone loads nothing.
    await guest.page.goto('/chat');
    await guest.page.goto(link);
    await guest.alert.filter({ hasText: notice }).waitFor();
    assert.equal(guest.address(), '/chat', link);
    await guest.button('Dismiss').click();
    await guest.alert.filter({ hasText: notice }).waitFor({ state: 'detached' });
  }
  assert.equal(await foyer.remaining(login.code), 20);
  assert.equal(await foyer.remaining(registration.code), 20);
});

test('from the notice a guest can log out first, after the same question, and then the code is used', async () => {
  const guest = await browser.visitor(foyer);
  await guest.open('/');
  await guest.continueAsGuest();
  const before = await foyer.remaining(login.code);
  await guest.page.goto(login.link);
  await guest.alert.filter({ hasText: notice }).waitFor();
  await guest.button('Log out first').click();
  await guest.button('Stay').click();
  await guest.page.getByRole('dialog').waitFor({ state: 'hidden' });
  assert.equal(await foyer.remaining(login.code), before);
  await guest.button('Log out first').click();
  await guest.button('Log out and delete').click();
  await guest.alert.filter({ hasText: notice }).waitFor({ state: 'detached' });
  await guest.composer.waitFor();
  assert.equal(await foyer.remaining(login.code), before - 1);
});

test('the person who enters by a link after a guest, in an open tab, sees nothing of that guest', async () => {
  const guest = await browser.visitor(foyer);
  await guest.open('/');
  await guest.continueAsGuest();
  await guest.ask('My secret is a heron');
  // Only the fragment changes, so the page is not loaded again.
  await guest.page.goto(`${guest.page.url()}${new URL(login.link, foyer.url).hash}`);
  await guest.button('Log out first').click();
  await guest.button('Log out and delete').click();
  await guest.page.getByText('heron').first().waitFor({ state: 'detached' });
  await guest.composer.waitFor();
  assert.equal(guest.address(), '/chat');
  assert.equal(await guest.replies.count(), 0);
  assert.equal(await guest.page.getByText('heron').count(), 0);
});

test('a guest who opens a registration link creates an account with its code, and keeps the chats', async () => {
  const guest = await browser.visitor(foyer);
  await guest.open('/');
  await guest.continueAsGuest();
  await guest.ask('What do herons eat?');
  const before = await foyer.remaining(registration.code);
  const doors = [
    () => guest.control('Create account with it').click(),
    () => guest.page.getByRole('region', { name: 'About this visit' }).getByRole('link').click(),
    async () => {
      await guest.button('Log out').click();
      await guest.page.getByRole('dialog').getByRole('button', { name: 'Create account' }).click();
    },
  ];
  await guest.page.goto(registration.link);
  for (const enter of doors) {
    await guest.alert.filter({ hasText: notice }).waitFor();
    assert.equal(await guest.button('Log out first').count(), 1);
    await enter();
    await guest.heading('Create account').waitFor();
    assert.equal(await guest.field('Registration code').inputValue(), registration.code);
    await guest.control('Stay as guest').click();
  }
  await guest.control('Create account with it').click();
  await guest.page.getByLabel('Email').fill('eve@example.org');
  await guest.page.getByLabel('Password', { exact: true }).fill('a heron by the river');
  await guest.button('Create account').click();
  await guest.page.getByText('eve@example.org').waitFor();
  await guest.page.getByRole('link', { name: 'What do herons eat?' }).waitFor();
  assert.equal(await guest.alert.count(), 0);
  assert.equal(await foyer.remaining(registration.code), before - 1);
});

test('a guest who needs no code for an account is told so by a registration link', async () => {
  const guest = await browser.visitor(foyer);
  await guest.page.goto(login.link);
  await guest.composer.waitFor();
  await guest.page.goto(registration.link);
  await guest.alert.filter({ hasText: notice }).waitFor();
  await guest.control('Create account without it').click();
  await guest.heading('Create account').waitFor();
  assert.equal(await guest.field('Registration code').count(), 0);
});

test('a member who opens a registration link may log out and register somebody else', async () => {
  const member = await browser.visitor(foyer);
  await member.page.goto(registration.link);
  await member.register({ email: 'ada@example.org', password: 'a heron by the river' });
  await member.composer.waitFor();
  await member.page.goto(registration.link);
  await member.button('Log out first').click();
  await member.heading('Register').waitFor();
  assert.equal(await member.field('Registration code').inputValue(), registration.code);
  assert.equal(member.address(), '/register');
});

test('the entry pages lead a signed-in person to the chat', async () => {
  const guest = await browser.visitor(foyer);
  await guest.open('/');
  await guest.continueAsGuest();
  for (const path of ['/', '/login', '/register']) {
    await guest.page.goto(path);
    await guest.composer.waitFor();
    assert.equal(guest.address(), '/chat', path);
  }
});
