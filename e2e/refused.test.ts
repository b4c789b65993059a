import assert from 'node:assert/strict';
import { startFoyer } from './foyer.ts';
import { openBrowser, test } from './testing.ts';

const foyer = await startFoyer({ DEFAULT_LOGIN_CODE: 'POSTER' });
const poster = await foyer.makeCode('login', { code: 'POSTER' });
const login = await foyer.makeCode('login');
const registration = await foyer.makeCode('registration');
const browser = await openBrowser();
const ada = { email: 'ada@example.org', password: 'a heron by the river' };

test('a registration code on the login page says what it is, and leads to the register page', async () => {
  const visitor = await browser.visitor(foyer, { mayBeRefused: true });
  await visitor.open('/login');
  await visitor.button('I have an invitation code').click();
  await visitor.enterWith(registration.code);
  await visitor.alert.filter({ hasText: 'This is a registration code' }).waitFor();
  await visitor.button('Register with it').click();
  await visitor.heading('Register').waitFor();
  assert.equal(await visitor.field('Registration code').inputValue(), registration.code);
  await visitor.register({ ...ada, email: 'ada+login@example.org' });
  await visitor.composer.waitFor();
});

test('a login code on the register page says what it is, and leads to the login page', async () => {
  const visitor = await browser.visitor(foyer, { mayBeRefused: true });
  await visitor.open('/register');
  await visitor.field('Registration code').fill(login.code);
  await visitor.field('Email').focus();
  await visitor.alert.filter({ hasText: 'This is a login code' }).waitFor();
  await visitor.button('Log in with it').click();
  await visitor.heading('Login').waitFor();
  assert.equal(await visitor.field('Invitation code').inputValue(), login.code);
  await visitor.button('Start chatting').click();
  await visitor.composer.waitFor();
});

test('a code of the wrong kind offers no page that does not exist', async () => {
  const closed = await startFoyer({ REGISTRATION: 'disabled' });
  const { code } = await closed.makeCode('registration');
  const visitor = await browser.visitor(closed, { mayBeRefused: true });
  await visitor.open('/login');
  await visitor.enterWith(code);
  await visitor.alert.filter({ hasText: 'This is a registration code' }).waitFor();
  assert.equal(await visitor.button('Register with it').count(), 0);

  const hidden = await startFoyer({ LOGIN_CODES: 'disabled' });
  const other = await hidden.makeCode('login');
  const person = await browser.visitor(hidden, { mayBeRefused: true });
  await person.open('/register');
  await person.field('Registration code').fill(other.code);
  await person.register(ada);
  await person.alert.filter({ hasText: 'This is a login code' }).waitFor();
  assert.equal(await person.button('Log in with it').count(), 0);
});

test('an unknown code is refused, and stays in its field', async () => {
  const visitor = await browser.visitor(foyer, { mayBeRefused: true });
  await visitor.open('/login');
  await visitor.button('I have an invitation code').click();
  await visitor.enterWith('NEVER-MADE');
  await visitor.alert.filter({ hasText: 'This code is not valid' }).waitFor();
  assert.equal(await visitor.field('Invitation code').inputValue(), 'NEVER-MADE');
  assert.equal(visitor.address(), '/login');
});

test('a refused registration keeps the fields, and the same email succeeds at once with another code', async () => {
  const full = await foyer.makeCode('registration', { uses: 1 });
  const first = await browser.visitor(foyer);
  await first.page.goto(full.link);
  await first.register({ ...ada, email: 'first@example.org' });
  await first.composer.waitFor();

  const visitor = await browser.visitor(foyer, { mayBeRefused: true });
  await visitor.open('/register');
  await visitor.field('Registration code').fill(full.code);
  await visitor.register(ada);
  await visitor.alert.filter({ hasText: 'This code is not valid' }).waitFor();
  assert.equal(await visitor.field('Email').inputValue(), ada.email);
  await visitor.field('Registration code').fill(registration.code);
  await visitor.register({ ...ada, password: 'password1' });
  await visitor.alert.filter({ hasText: 'among the most common' }).waitFor();
  await visitor.register({ ...ada, password: 'short' });
  await visitor.alert.filter({ hasText: 'too short' }).waitFor();
  await visitor.register({ ...ada, email: 'first@example.org' });
  await visitor.alert.filter({ hasText: 'already an account' }).waitFor();
  await visitor.control('Log in instead').click();
  await visitor.heading('Login').waitFor();
  assert.equal(await visitor.field('Email').inputValue(), 'first@example.org');
  await visitor.page.goBack();
  await visitor.field('Registration code').fill(registration.code);
  await visitor.register(ada);
  await visitor.composer.waitFor();
});

test('guest access that closes while the page is open is reported, and the other ways to join stay', async () => {
  const visitor = await browser.visitor(foyer, { mayBeRefused: true });
  await visitor.open('/');
  await visitor.button('Continue as Guest').waitFor();
  await foyer.revoke(poster.code);
  await visitor.button('Continue as Guest').click();
  const alert = visitor.alert.filter({ hasText: 'Guest access is closed at the moment' });
  await alert.waitFor();
  await visitor.page.reload();
  await visitor.page.getByText('Guest access is closed at the moment').waitFor();
  assert.equal(await visitor.button('Continue as Guest').isDisabled(), true);
  await visitor.control('Login').click();
  await visitor.page.getByText('Guest access is closed at the moment').waitFor();
  await visitor.button('I have an invitation code').click();
  await visitor.enterWith(login.code);
  await visitor.composer.waitFor();
});
