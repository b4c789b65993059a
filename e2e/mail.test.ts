import assert from 'node:assert/strict';
import { linkIn, mailCodeIn, startMailbox } from '../testing/server/mailbox.ts';
import { startFoyer } from './foyer.ts';
import { openBrowser, test } from './testing.ts';

const mailbox = await startMailbox();
const foyer = await startFoyer(mailbox.settings);
const browser = await openBrowser();
const password = 'a heron by the river';

/** A person who has registered and sees *Check your email*. */
async function registered(email: string) {
  const { link } = await foyer.makeCode('registration');
  const person = await browser.visitor(foyer, { mayBeRefused: true });
  await person.page.goto(link);
  await person.register({ email, password });
  await person.heading('Check your email').waitFor();
  return person;
}

test('a new member opens the link in the email in a new tab, and chats; the first tab follows', async () => {
  const ada = await registered('ada@example.org');
  assert.equal(await ada.button('Resend').isDisabled(), true, 'the cooldown is running');
  const tab = await ada.newTab();
  await tab.page.goto(linkIn(await mailbox.take('ada@example.org')));
  await tab.heading('Your email address is confirmed').waitFor();
  assert.ok(!tab.address().includes('token'));
  await tab.control('Go to the chat').click();
  await tab.composer.waitFor();
  await ada.composer.waitFor();
});

test('on another device the link asks for a login first, and does not work without it', async () => {
  await registered('ben@example.org');
  const link = linkIn(await mailbox.take('ben@example.org'));
  const phone = await browser.visitor(foyer, { mayBeRefused: true });
  await phone.page.goto(link);
  await phone.heading('Log in to confirm').waitFor();
  await phone.logIn({ email: 'ben@example.org', password });
  await phone.heading('Your email address is confirmed').waitFor();
  await phone.control('Go to the chat').click();
  await phone.composer.waitFor();
});

test('a member who has not confirmed the email cannot chat, sees why, and can chat as soon as it is confirmed', async () => {
  const eve = await registered('eve@example.org');
  const letter = await mailbox.take('eve@example.org');
  await eve.open('/login');
  await eve.logIn({ email: 'eve@example.org', password });
  await eve.heading('Confirm your email address').waitFor();
  const tab = await eve.newTab();
  await tab.page.goto(linkIn(letter));
  await tab.heading('Your email address is confirmed').waitFor();
  await eve.composer.waitFor({ timeout: 2000 });
});

test('a forgotten password is replaced by email, and the old one stops working', async () => {
  const flo = await registered('flo@example.org');
  await flo.page.goto(linkIn(await mailbox.take('flo@example.org')));
  await flo.heading('Your email address is confirmed').waitFor();
  const elsewhere = await browser.visitor(foyer, { mayBeRefused: true });
  await elsewhere.open('/login');
  await elsewhere.control('Forgot password?').click();
  await elsewhere.page.getByLabel('Email').fill('flo@example.org');
  await elsewhere.page.getByRole('main').getByRole('button').last().click();
  await elsewhere.page.getByText('we’ve sent a link').waitFor();
  await elsewhere.page.goto(linkIn(await mailbox.take('flo@example.org')));
  await elsewhere.page.getByLabel('New password', { exact: true }).fill('an otter under the bridge');
  await elsewhere.button('Set password').click();
  await elsewhere.composer.waitFor();
  const again = await browser.visitor(foyer, { mayBeRefused: true });
  await again.open('/login');
  await again.logIn({ email: 'flo@example.org', password });
  await again.alert.filter({ hasText: 'is incorrect' }).waitFor();
  await again.logIn({ email: 'flo@example.org', password: 'an otter under the bridge' });
  await again.composer.waitFor();
});

test('a used link says so, and what to do', async () => {
  const gil = await registered('gil@example.org');
  const link = linkIn(await mailbox.take('gil@example.org'));
  await gil.page.goto(link);
  await gil.heading('Your email address is confirmed').waitFor();
  const stranger = await browser.visitor(foyer, { mayBeRefused: true });
  await stranger.page.goto(link);
  await stranger.heading(/link/i).waitFor();
  await stranger.control('Login').waitFor();
});

test('a person who mistyped the email changes it after the login, and spends no second code', async () => {
  const { code, link } = await foyer.makeCode('registration', { uses: 1 });
  const ivy = await browser.visitor(foyer, { mayBeRefused: true });
  await ivy.page.goto(link);
  await ivy.register({ email: 'ivi@example.org', password });
  await ivy.heading('Check your email').waitFor();
  await ivy.button('Use another address').click();
  await ivy.heading('Login').waitFor();
  assert.equal(await ivy.page.getByLabel('Email').inputValue(), 'ivi@example.org');
  await ivy.page.getByLabel('Password', { exact: true }).fill(password);
  await ivy.button('Login').click();
  await ivy.control('Use another address').click();
  await ivy.page.getByLabel('New email').fill('ivy@example.org');
  await ivy.button('Change email').click();
  await ivy.page.getByText('We sent a link to').waitFor();
  const tab = await ivy.newTab();
  await tab.page.goto(linkIn(await mailbox.take('ivy@example.org')));
  await tab.heading('Your email address is confirmed').waitFor();
  await tab.control('Go to the chat').click();
  await tab.page.getByText('ivy@example.org').waitFor();
  assert.equal(await foyer.remaining(code), 0);
});

test('a guest who replaces a forgotten password stays a guest, and chooses what happens to the chats', async () => {
  const jo = await registered('jo@example.org');
  await jo.page.goto(linkIn(await mailbox.take('jo@example.org')));
  await jo.heading('Your email address is confirmed').waitFor();
  const { link } = await foyer.makeCode('login');
  const guest = await browser.visitor(foyer, { mayBeRefused: true });
  await guest.page.goto(link);
  await guest.ask('What do herons eat?');
  await guest.open('/create-account?have=account');
  await guest.heading('Log in to your account').waitFor();
  await guest.page.request.post('/api/auth/request-password-reset', { data: { email: 'jo@example.org' } });
  await guest.page.goto(linkIn(await mailbox.take('jo@example.org')));
  await guest.page.getByLabel('New password', { exact: true }).fill('an otter under the bridge');
  await guest.button('Set password').click();
  await guest.heading('Your new password is set').waitFor();
  await guest.control('Log in to your account').click();
  await guest.page.getByRole('radio', { name: 'Bring my chats along' }).check();
  await guest.page.getByLabel('Email').fill('jo@example.org');
  await guest.page.getByLabel('Password', { exact: true }).fill('an otter under the bridge');
  await guest.button('Login').click();
  await guest.page.getByText('jo@example.org').waitFor();
  await guest.page.getByRole('link', { name: 'What do herons eat?' }).waitFor();
});

test('where the link does not work, the code in the email confirms the address', async () => {
  const kim = await registered('kim@example.org');
  await kim.page
    .getByLabel('Code in the email')
    .fill(mailCodeIn(await mailbox.take('kim@example.org')).toLowerCase());
  await kim.button('Confirm').click();
  await kim.composer.waitFor();

  const lea = await registered('lea@example.org');
  const code = mailCodeIn(await mailbox.take('lea@example.org'));
  await lea.open('/verify');
  await lea.button('Resend').waitFor();
  await lea.page.getByLabel('Email', { exact: true }).fill('lea@example.org');
  await lea.page.getByLabel('Code in the email').fill('BCDF-2345');
  await lea.button('Confirm').click();
  await lea.alert.filter({ hasText: 'not valid for this email address' }).waitFor();
  await lea.page.getByLabel('Code in the email').fill(code);
  await lea.button('Confirm').click();
  await lea.heading('Your email address is confirmed').waitFor();
  await lea.control('Go to the chat').click();
  await lea.composer.waitFor();
});

test('on another device the code asks for a login, and confirms after it', async () => {
  await registered('max@example.org');
  const code = mailCodeIn(await mailbox.take('max@example.org'));
  const phone = await browser.visitor(foyer, { mayBeRefused: true });
  await phone.open('/verify');
  await phone.page.getByLabel('Email', { exact: true }).fill('max@example.org');
  await phone.page.getByLabel('Code in the email').fill(code);
  await phone.button('Confirm').click();
  await phone.heading('Log in to confirm').waitFor();
  await phone.logIn({ email: 'max@example.org', password });
  await phone.heading('Your email address is confirmed').waitFor();
});

test('links whose # was encoded work, and a forgotten password is replaced with the code in the email', async () => {
  const pia = await registered('pia@example.org');
  await pia.page.goto(linkIn(await mailbox.take('pia@example.org')).replace('#', '%23'));
  await pia.heading('Your email address is confirmed').waitFor();
  assert.equal(pia.page.url(), `${foyer.url}/verify`);
  const elsewhere = await browser.visitor(foyer, { mayBeRefused: true });
  await elsewhere.open('/forgot-password');
  await elsewhere.page.getByLabel('Email').fill('pia@example.org');
  await elsewhere.button('Send the link').click();
  await elsewhere.control('Does the link not work? Enter the code in the email').click();
  await elsewhere.page.getByLabel('Email', { exact: true }).fill('pia@example.org');
  await elsewhere.page
    .getByLabel('Code in the email')
    .fill(mailCodeIn(await mailbox.take('pia@example.org')));
  await elsewhere.page.getByLabel('New password', { exact: true }).fill('an otter under the bridge');
  await elsewhere.button('Set password').click();
  await elsewhere.composer.waitFor();
});

test('without mail, the pages of these links offer the login', async () => {
  const silent = await startFoyer({});
  const visitor = await browser.visitor(silent);
  for (const path of ['/verify', '/reset-password']) {
    await visitor.open(path);
    await visitor.control('Login').waitFor();
    assert.equal(await visitor.page.getByLabel('Code in the email').count(), 0);
  }
});
