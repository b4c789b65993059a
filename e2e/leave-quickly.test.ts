import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';
import { openDatabase } from '@foyer/database';
import { until } from '../testing/chats/hearing.ts';
import { freePort } from '../testing/database/database.ts';
import { openConnection } from './connection.ts';
import { startFoyer } from './foyer.ts';
import { openBrowser, test } from './testing.ts';

const weather = createServer((_, response) => {
  response.setHeader('Content-Type', 'text/html').end('<title>Weather</title><h1>Rain</h1>');
});
weather.listen(0, '127.0.0.1');
await once(weather, 'listening');
after(() => weather.close());
const elsewhere = `http://127.0.0.1:${(weather.address() as AddressInfo).port}/weather`;

const port = await freePort();
const connection = await openConnection(port);
const url = `http://127.0.0.1:${connection.port}`;
const foyer = await startFoyer({
  DEFAULT_LOGIN_CODE: 'POSTER',
  LEAVE_URL: elsewhere,
  PORT: String(port),
  PUBLIC_URL: url,
});
await foyer.makeCode('login', { code: 'POSTER' });
const { db, close } = openDatabase(foyer.databaseUrl);
after(close);
const browser = await openBrowser();

const guests = () => db.selectFrom('user').select('id').where('isGuest', '=', true).execute();
const chats = () => db.selectFrom('chat').select('id').execute();
const areGone = () => until(async () => (await guests()).length + (await chats()).length === 0);

async function guestWhoAsked() {
  const guest = await browser.visitor(foyer, { mayBeRefused: true, mayLoseConnection: true });
  await guest.open('/');
  await guest.continueAsGuest();
  await guest.ask('A secret about badgers');
  const isElsewhere = () => guest.page.waitForURL(elsewhere);
  return { ...guest, isElsewhere };
}

test('Leave quickly shows another site, erases the guest, and the back button shows nothing of theirs', async () => {
  const guest = await guestWhoAsked();
  await guest.button('New chat').click();
  await guest.ask('And about otters');
  const entries = await guest.page.evaluate('history.length');
  await guest.button('Leave quickly').click();
  await guest.isElsewhere();
  await guest.heading('Rain').waitFor();
  await areGone();
  assert.equal(
    await guest.page.evaluate('history.length'),
    entries,
    'the site replaces the chat in the history',
  );

  await guest.page.goBack();
  await guest.button('Continue as Guest').waitFor();
  assert.equal(await guest.page.getByText(/badgers|otters/).count(), 0);
  await guest.page.goForward();
  await guest.isElsewhere();
});

test('pressing Shift three times does the same, also while typing', async () => {
  const guest = await guestWhoAsked();
  await guest.composer.fill('half a sentence');
  for (let press = 0; press < 2; press++) await guest.page.keyboard.press('Shift');
  await guest.page.getByRole('status').filter({ hasText: 'once more' }).waitFor();
  await guest.page.keyboard.press('Shift');
  await guest.isElsewhere();
  await areGone();
});

test('typing capital letters does not leave', async () => {
  const guest = await guestWhoAsked();
  await guest.composer.focus();
  for (const letter of ['A', 'B', ' ', 'C', 'D']) {
    if (letter === ' ') await guest.page.keyboard.press(letter);
    else await guest.page.keyboard.press(`Shift+${letter}`);
  }
  // Some people release Shift before the letter.
  for (let time = 0; time < 4; time++) {
    await guest.page.keyboard.down('Shift');
    await guest.page.keyboard.down('E');
    await guest.page.keyboard.up('Shift');
    await guest.page.keyboard.up('E');
  }
  assert.equal(await guest.composer.inputValue(), 'AB CDEEEE');
  await guest.page.keyboard.press('Shift');
  await guest.page.getByRole('status').filter({ hasText: 'twice more' }).waitFor();
  assert.equal((await guests()).length, 1);
  await guest.logOutAndDelete();
});

test('the other tabs of the guest leave too', async () => {
  const guest = await guestWhoAsked();
  const other = await guest.newTab();
  await other.open(guest.address());
  await other.replies.waitFor();
  await guest.button('Leave quickly').click();
  await guest.isElsewhere();
  await other.page.waitForURL(elsewhere);
  await areGone();
});

test('the page is hidden at once, and does not wait for a slow server', async () => {
  const guest = await guestWhoAsked();
  const held = Promise.withResolvers<void>();
  await guest.page.route('**/sign-out', (route) => held.promise.then(() => route.continue()).catch(() => {}));
  const startedAt = Date.now();
  await guest.button('Leave quickly').click();
  await guest.alert.filter({ hasText: 'Loading' }).waitFor();
  assert.equal(await guest.page.getByText('badgers').first().isVisible(), false);
  await guest.isElsewhere();
  const took = Date.now() - startedAt;
  held.resolve();
  assert.ok(took < 5000, `${took} ms`);
  // The server never got the request: the next person in this browser must not find the chats.
  await guest.page.unroute('**/sign-out');
  await guest.open('/chat');
  await guest.heading('Login').waitFor();
  await areGone();
});

test('a guest who could not be erased is erased when the server is back, before anything is shown', async () => {
  const guest = await guestWhoAsked();
  connection.cut();
  await guest.button('Leave quickly').click();
  await guest.isElsewhere();
  assert.equal((await guests()).length, 1);
  connection.restore();
  const next = await guest.newTab();
  await next.open('/');
  await next.button('Continue as Guest').waitFor();
  await areGone();
  // Nobody else is erased by it.
  await next.continueAsGuest();
  await next.page.reload();
  await next.page.getByText('You are a guest').waitFor();
  await next.logOutAndDelete();
});

test('a guest who became a member in another tab is logged out, and keeps the chats', async () => {
  const { link } = await foyer.makeCode('login');
  const guest = await browser.visitor(foyer, { mayBeRefused: true });
  await guest.page.goto(link);
  await guest.composer.waitFor();
  await guest.ask('What do herons eat?');
  const member = { email: 'ada@example.org', password: 'a heron by the river' };
  const headers = { origin: url };
  await guest.context.request.post('/api/auth/invitation-code/convert', { data: member, headers });
  await guest.button('Leave quickly').click();
  await guest.page.waitForURL(elsewhere);
  await until(async () => (await db.selectFrom('session').select('id').execute()).length === 0);
  await guest.open('/login');
  await guest.logIn(member);
  await guest.page.getByRole('link', { name: 'What do herons eat?' }).waitFor();
  assert.equal(await guest.button('Leave quickly').count(), 0);
  await guest.page.keyboard.press('Shift');
  await guest.page.keyboard.press('Shift');
  await guest.page.keyboard.press('Shift');
  await guest.page.reload();
  await guest.page.getByText(member.email).waitFor();
});
