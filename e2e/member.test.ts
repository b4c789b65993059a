import assert from 'node:assert/strict';
import { startFoyer } from './foyer.ts';
import { openBrowser, test } from './testing.ts';

const foyer = await startFoyer();
const browser = await openBrowser();
const password = 'a heron by the river';

test('a member registers by a link, and finds their chats again after logout and on another device', async () => {
  const { code, link } = await foyer.makeCode('registration', { uses: 1 });
  const account = { email: 'ada@example.org', password };
  const ada = await browser.visitor(foyer);
  await ada.page.goto(link);
  await ada.heading('Register').waitFor();
  const field = ada.field('Registration code');
  assert.equal(await field.inputValue(), code);
  assert.equal(await field.isEditable(), false);

  await ada.register(account);
  await ada.composer.waitFor();
  assert.equal(await foyer.remaining(code), 0);
  await ada.page.getByText(account.email).waitFor();
  await ada.ask('What do herons eat?');

  await ada.button('Log out').click();
  await ada.page.waitForURL('/');
  await ada.control('Login').click();
  await ada.logIn(account);
  await ada.page.getByRole('link', { name: 'What do herons eat?' }).click();
  await ada.page.getByText('begins with “What do herons eat”').waitFor();

  const elsewhere = await browser.visitor(foyer);
  await elsewhere.open('/login');
  await elsewhere.logIn(account);
  await elsewhere.page.getByRole('link', { name: 'What do herons eat?' }).click();
  await elsewhere.page.getByText('begins with “What do herons eat”').waitFor();
});

test('a member starts another chat, renames one, and deletes one', async () => {
  const { link } = await foyer.makeCode('registration');
  const ben = await browser.visitor(foyer);
  const chats = ben.page.getByRole('navigation', { name: 'Chats' }).getByRole('listitem');
  const optionsOf = (title: string) => ben.button(`Options for ${title}`);
  await ben.page.goto(link);
  await ben.register({ email: 'ben@example.org', password });
  await ben.ask('First');
  await ben.button('New chat').click();
  await ben.page.getByText('What would you like to talk about?').waitFor();
  await ben.ask('Second');
  await chats.nth(1).waitFor();
  assert.match(await chats.nth(0).innerText(), /Second/);

  await optionsOf('First').click();
  await ben.page.getByRole('menuitem', { name: 'Rename' }).click();
  // The former title is selected: the first letter replaces it.
  await ben.page.locator(':focus').and(ben.field('Title')).waitFor();
  await ben.page.keyboard.type('Herons');
  await ben.button('Save').click();
  await ben.page.getByRole('link', { name: 'Herons' }).click();
  await ben.heading('Herons').waitFor();

  await optionsOf('Second').click();
  await ben.page.getByRole('menuitem', { name: 'Delete' }).click();
  await ben.page.getByRole('link', { name: 'Second' }).waitFor({ state: 'detached' });
  await ben.button('Undo').click();
  await ben.page.getByRole('link', { name: 'Second' }).waitFor();
  assert.equal(await chats.count(), 2);
  await optionsOf('Second').click();
  await ben.page.getByRole('menuitem', { name: 'Delete' }).click();
  await ben.page.getByRole('link', { name: 'Second' }).waitFor({ state: 'detached' });

  await ben.page.reload();
  await ben.page.getByRole('link', { name: 'Herons' }).waitFor();
  assert.equal(await chats.count(), 1);
});

test('an empty field is named, and the server is not asked', async () => {
  const { link } = await foyer.makeCode('registration');
  const eve = await browser.visitor(foyer);
  const focused = (name: string) =>
    eve.page.locator(':focus').and(eve.page.getByLabel(name, { exact: true }));
  await eve.open('/login');
  await eve.logIn({ email: ' ', password });
  await eve.alert.filter({ hasText: 'Enter your email first' }).waitFor();
  await focused('Email').waitFor();
  await eve.logIn({ email: 'eve@example.org', password: '' });
  await eve.alert.filter({ hasText: 'Enter your password first' }).waitFor();
  await focused('Password').waitFor();

  await eve.page.goto(link);
  await eve.register({ email: 'eve@example.org', password: '' });
  await eve.alert.filter({ hasText: 'Enter your password first' }).waitFor();
  await eve.register({ email: 'eve@example.org', password });
  await eve.composer.waitFor();
  await eve.control('Account').click();
  await eve.button('Change password').click();
  await eve.alert.filter({ hasText: 'Enter your current password first' }).waitFor();
  await focused('Current password').fill(password);
  await eve.button('Change password').click();
  await eve.alert.filter({ hasText: 'Enter your new password first' }).waitFor();
  await focused('New password').waitFor();
});

test('a wrong password is reported, and the fields keep their text', async () => {
  const stranger = await browser.visitor(foyer, { mayBeRefused: true });
  await stranger.open('/login');
  await stranger.logIn({ email: 'nobody@example.org', password: 'not this one' });
  await stranger.alert.filter({ hasText: 'is incorrect' }).waitFor();
  assert.equal(await stranger.page.getByLabel('Email').inputValue(), 'nobody@example.org');
  assert.equal(stranger.address(), '/login');
});
