import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after } from 'node:test';
import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import { openDatabase } from '@foyer/database';
import { until } from '../testing/chats/read-reply.ts';
import { checkPage } from './check-page.ts';
import { startFoyer } from './foyer.ts';
import { openBrowser, test } from './testing.ts';
import type { Visitor } from './visitor.ts';

const foyer = await startFoyer({ BRAND_NAME: 'Harbour Advice' });
const browser = await openBrowser();
const password = 'correct horse battery';

test('a new operator makes 30 codes, prints them, and watches who comes in', async () => {
  const { link } = await foyer.addOperator('ruth@harbour.example');
  const ruth = await browser.visitor(foyer, { acceptDownloads: true, mayBeRefused: true });
  await ruth.open(link);
  await checkPage(ruth, 'console set-up');
  await ruth.page.getByLabel('Password', { exact: true }).fill(password);
  await ruth.page.getByLabel('Password again', { exact: true }).fill(password);
  await ruth.button('Set password').click();
  await ruth.page.waitForURL('**/console');
  await ruth.page.getByRole('heading', { name: 'No codes yet' }).waitFor();
  await checkPage(ruth, 'console without codes');

  await ruth.control('Make codes').click();
  await ruth.heading('Make codes').waitFor();
  await ruth.field('Label').fill('Advice cards, December');
  await ruth
    .field('Your words on the card')
    .fill('Rent, repairs, a notice? Ask Wren, our assistant. It is free.');
  await checkPage(ruth, 'console make');
  await ruth.button('Make 30 codes').click();
  await ruth.heading('30 codes are ready').waitFor();
  await checkPage(ruth, 'console made');

  const [file] = await Promise.all([ruth.page.waitForEvent('download'), ruth.button('Print cards').click()]);
  assert.equal(file.suggestedFilename(), 'cards.pdf');
  const pdf = await readFile(await file.path(), 'latin1');
  assert.ok(pdf.startsWith('%PDF') && pdf.match(/\/Type \/Page\b/g)?.length === 3, 'three pages');

  await ruth.control('Watch who comes in').click();
  await ruth.heading('Advice cards, December').waitFor();
  await checkPage(ruth, 'console batch');
  await ruth.control('Show its codes').click();
  await ruth.page.getByRole('table').waitFor();
  assert.match(ruth.address(), /^\/console\?batch=/);
  await checkPage(ruth, 'console codes');

  await ruth.page
    .getByRole('link', { name: /^\w{4}-\w{4}-\w{5}$/ })
    .first()
    .click();
  await ruth.page.getByText('Lets one person chat as a guest').waitFor();
  await checkPage(ruth, 'console code of one use');

  const scripts = new Set(ruth.addresses.filter((address) => /console[^/]*\.js$/.test(address)));
  const sizes = await Promise.all(
    [...scripts].map(async (script) => (await (await fetch(script)).text()).length),
  );
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  assert.ok(bytes > 50_000 && bytes <= 300_000, `${bytes} bytes of script`);

  await ruth.page.goto('/operator#token=used');
  await ruth.heading('This link does not work').waitFor();
  await ruth.page.goto(link);
  await ruth.heading('This link was used already').waitFor();
});

test('an operator chooses codes over several pages, and revokes, undoes, extends, relabels and exports them', async () => {
  await foyer.importCodes(
    Array.from({ length: 60 }, (_, index) => ({ invitation_code: `MANY-${100 + index}`, label: 'Many' })),
  );
  const ruth = await logIn();
  await ruth.page.goto('/account');
  await ruth.control('Open the console').click();
  await ruth.heading('Codes').waitFor();
  await ruth.page.goto('/console?label=Many&sort=oldest');
  await ruth.page.getByRole('table').waitFor();
  const ticks = ruth.page.getByRole('checkbox', { name: /^Choose MANY/ });
  await ticks.nth(49).check();
  await ruth.button('Next page').click();
  await ruth.button('First page').waitFor();
  await until(async () => (await ticks.count()) === 10);
  const secondPage = ruth.address();
  await ruth.page.getByRole('searchbox').click();
  await ruth.page.keyboard.press('Tab');
  assert.equal(ruth.address(), secondPage, 'leaving the search keeps the page');
  await ticks.first().check();
  await ruth.page.getByText('2 codes chosen').waitFor();
  await checkPage(ruth, 'console chosen');

  await ruth.button('Revoke').click();
  await ruth.page.getByRole('dialog').getByText('Nobody can come in').waitFor();
  await checkPage(ruth, 'console revoke');
  await ruth.button('Revoke 2 codes').click();
  await ruth.page.getByText('2 codes revoked.').waitFor();
  await ruth.button('Undo').click();
  await ruth.page.getByText('2 codes restored.').waitFor();

  await ruth.page.goto('/console?label=Many');
  await ruth.page.getByLabel('Choose all on this page').check();
  await ruth.button('Choose all 60').click();
  await ruth.button('More').click();
  await ruth.button('Extend').click();
  await ruth.page.getByLabel('Good until').fill('2041-01-31');
  await ruth.button('Extend 60 codes').click();
  await ruth.page.getByText('60 codes are good until 31 January 2041.').waitFor();

  await find(ruth, 'MANY-159');
  await ruth.page.getByLabel('Choose MANY-159', { exact: true }).check();
  await ruth.button('More').click();
  await ruth.button('Change label').click();
  await ruth.page.getByRole('dialog').getByLabel('Label').fill('A few');
  await ruth.button('Change one code').click();
  await ruth.page.getByText('One code changed.').waitFor();
  await ruth.page.goto('/console?label=A+few');
  await ruth.page.getByLabel('Choose MANY-159', { exact: true }).check();
  await ruth.button('Export').click();
  const [file] = await Promise.all([ruth.page.waitForEvent('download'), ruth.button('Download').click()]);
  assert.match(await readFile(await file.path(), 'utf8'), /MANY-159/);

  await ruth.page.getByRole('searchbox').fill('MANY-123');
  await ruth.page.getByRole('searchbox').press('Enter');
  await ruth.page.getByText('Nothing matches.').waitFor();
  await ruth.button('Clear filters').first().click();
  await ruth.page.getByRole('searchbox').fill('many 123');
  await ruth.page.getByRole('searchbox').press('Enter');
  await ruth.page.getByRole('link', { name: 'MANY-123' }).waitFor();
  await ruth.page.waitForURL(/\/console\?code=[\w-]+$/);
});

test('one code shows its terms, is edited by two at once, and fills a room', async () => {
  await foyer.makeCode('login', { code: 'SPRING-2027', uses: 30 });
  const ruth = await logIn();
  await find(ruth, 'SPRING-2027');
  await ruth.page.getByRole('link', { name: 'SPRING-2027' }).click();
  await ruth.page.getByText('Lets 30 people chat as guests').waitFor();
  const page = ruth.address();

  const other = await ruth.newTab();
  await other.open(page);
  await other.button('Change terms').click();
  await ruth.button('Change terms').click();
  await ruth.page.getByLabel('People for each code').fill('40');
  await ruth.page.getByLabel('Messages for each person').fill('25');
  await ruth.page.getByText('10 more people can come in.').waitFor();
  await checkPage(ruth, 'console edit');
  await ruth.button('Save').click();
  await ruth.page.getByText('Each person may send 25 messages in all.').waitFor();
  // The page below the form reads the code again: the form is still based on what it began with.
  await other.page.waitForResponse((answer) =>
    answer.url().endsWith(page.replace('/console', '/api/operator')),
  );
  await other.page.getByLabel('People for each code').fill('50');
  await other.button('Save').click();
  await other.page.getByText('Somebody else has changed this meanwhile.').waitFor();
  await other.button('Load again').click();
  await other.page.getByText('Lets 40 people chat as guests').waitFor();
  await other.page.close();

  await ruth.button('Link for a person without an account').click();
  await ruth.page.getByText('It shows the room screen only').waitFor();
  const roomLink = await ruth.page.evaluate<string>(
    `fetch('/api/operator/codes/${page.split('/').at(-1)}/room', { method: 'POST' }).then((answer) => answer.json()).then(({ link }) => link)`,
  );
  const projector = await browser.visitor(foyer, { viewport: { width: 1024, height: 768 } });
  await projector.open(roomLink);
  await projector.page.getByText('0 of 40 in').waitFor();
  const guest = await browser.visitor(foyer);
  await guest.open('/login');
  await guest.enterWith('SPRING-2027');
  await guest.composer.waitFor();
  assert.deepEqual(
    guest.addresses.filter((address) => address.includes('console')),
    [],
  );
  await projector.page.getByText('1 of 40 in').waitFor();
  assert.equal(await projector.page.locator('a, button, input, select').count(), 0, 'nothing to press');
  await checkPage(projector, 'room');
  await projector.page.setViewportSize({ width: 1024, height: 768 });
  await checkPage(projector, 'room projector', [{ width: 1024, height: 768 }]);

  await ruth.page.reload();
  await ruth.page.getByText('Uses a day').first().waitFor();
  await checkPage(ruth, 'console code');
  await ruth.button('Show as a table').click();

  await ruth.page.goto('/console/people');
  await ruth.page.getByRole('table', { name: 'Guests who are in' }).waitFor();
  await checkPage(ruth, 'console guests');
  await ruth.button(/^End session/).click();
  await ruth.button('End and delete').click();
  await ruth.page.getByText('The session is ended').waitFor();
  await projector.page.getByText('0 of 40 in').waitFor();
  await ruth.page.goto('/console/people?who=members');
  await ruth.page.getByText('ruth@harbour.example').first().waitFor();
  await checkPage(ruth, 'console members');
  await ruth.page.goto('/console/use');
  await ruth.page.getByRole('heading', { name: 'Entries a day' }).waitFor();
  await checkPage(ruth, 'console use');
  await ruth.page.goto('/console/batches');
  await ruth.page.getByRole('table').waitFor();
  await checkPage(ruth, 'console batches');
});

test('an operator who logged in a while ago gives the password again, and the act goes on', async () => {
  const ruth = await logIn();
  const { db, close } = openDatabase(foyer.databaseUrl);
  after(close);
  await db
    .updateTable('session')
    .set({ createdAt: new Date(Date.now() - 20 * 60_000) })
    .execute();
  await db.deleteFrom('operatorSession').execute();
  await find(ruth, 'SPRING-2027');
  await ruth.page.getByText('The codes are hidden').waitFor();
  await checkPage(ruth, 'console hidden');
  await ruth.page.getByLabel('Choose Hidden code').check();
  await ruth.button('Export').click();
  await ruth.button('Download').click();
  await ruth.page.getByText('Confirm that it is you').waitFor();
  await checkPage(ruth, 'console confirm');
  await ruth.page.getByLabel('Password', { exact: true }).fill('wrong password');
  await ruth.button('Continue').click();
  await ruth.page.getByText('That password is incorrect.').waitFor();
  await ruth.page.getByLabel('Password', { exact: true }).fill(password);
  const [file] = await Promise.all([ruth.page.waitForEvent('download'), ruth.button('Continue').click()]);
  assert.match(await readFile(await file.path(), 'utf8'), /SPRING-2027/);
  await ruth.page.reload();
  await ruth.page.getByRole('link', { name: 'SPRING-2027' }).waitFor();
});

test('the console is drawn from right to left', async () => {
  const ruth = await logIn();
  const choose = (language: string) =>
    ruth.page.evaluate(
      `fetch('/api/language', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"language":"${language}"}' }).then(() => {})`,
    );
  await choose('ar');
  for (const path of ['/console', '/console/make', '/console/use']) {
    await ruth.page.goto(path);
    await ruth.page
      .getByRole('table')
      .or(ruth.page.getByRole('form'))
      .or(ruth.button(/^إنشاء/))
      .first()
      .waitFor();
    assert.equal(await ruth.page.evaluate('document.documentElement.dir'), 'rtl');
    await checkPage(ruth, `console rtl ${path.slice(0, 14)}`);
  }
  await choose('en');
});

test('an operator stops all codes, changes settings, makes a token, and finds it all in the audit log', async () => {
  const ruth = await logIn();
  await ruth.page.goto('/console/settings');
  await ruth.button('Stop all codes').click();
  await ruth.page.getByRole('dialog').getByRole('button', { name: 'Stop all codes' }).click();
  await ruth.button('Start the codes again').waitFor();
  await checkPage(ruth, 'console stopped');
  const guest = await browser.visitor(foyer, { mayBeRefused: true });
  await guest.open('/login');
  await guest.enterWith('SPRING-2027');
  await guest.page.getByText('All invitation codes are paused').waitFor();
  await ruth.button('Start the codes again').click();
  await ruth.button('Stop all codes').waitFor();

  await ruth.page.getByLabel('Login by code on the pages').selectOption('disabled');
  await ruth.page.getByText('The environment sets this.').first().waitFor();
  await ruth.field('Address of “About us”').fill('https://harbour.example/about');
  await ruth.page.getByText('2 changes are not saved.').waitFor();
  await checkPage(ruth, 'console settings');
  await ruth.button('Save changes').click();
  await ruth.button('Save anyway').or(ruth.page.getByText('Saved. In force')).first().waitFor();
  if (await ruth.button('Save anyway').isVisible()) await ruth.button('Save anyway').click();
  await ruth.page.getByText('Saved. In force').waitFor();

  await ruth.button('Make a token').click();
  await ruth.page.getByLabel('Name', { exact: true }).last().fill('Website');
  await ruth.button('Make a token').click();
  await ruth.page.getByText('Your new token.').waitFor();
  await ruth.button('Revoke Website').click();
  await ruth.page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await ruth.page.getByText(/Revoked \d/).waitFor();

  await ruth.page.goto('/console/audit');
  await ruth.page.getByRole('row', { name: /Revoked a token/ }).waitFor();
  await checkPage(ruth, 'console audit');
  await ruth.page.getByLabel('What').selectOption('setting.change');
  await ruth.page.getByRole('row', { name: /IMPRINT_URL/ }).waitFor();
  assert.equal(ruth.address(), '/console/audit?act=setting.change');
});

test('a file of codes is imported by its plan, which can be searched', async () => {
  const ruth = await logIn();
  const always = {
    invitation_type: 'LOGIN',
    allowed_usage: 5,
    valid_from: '2026-01-01',
    valid_until: '2040-01-01',
  };
  const rows = Array.from({ length: 70 }, (_, index) => ({
    ...always,
    invitation_code: `FILE-${100 + index}`,
  }));
  const file = (content: object[]) => ({
    name: 'codes.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(content)),
  });
  await ruth.control('Import').click();
  await ruth.heading('Import codes').waitFor();
  await checkPage(ruth, 'console import');
  const input = ruth.page.getByLabel('File with codes');
  await input.setInputFiles(file([...rows, { ...always, invitation_code: 'BROKEN', allowed_usage: 0 }]));
  await ruth.button('Import the other 70 rows').waitFor();
  await ruth.page.getByLabel('Outcome').selectOption('refused');
  await ruth.page.getByRole('row', { name: /allowed_usage/ }).waitFor();
  await ruth.page.getByLabel('Outcome').selectOption('');
  await ruth.page.getByRole('searchbox', { name: 'Find in the plan' }).fill('FILE-133');
  await ruth.page.getByRole('searchbox', { name: 'Find in the plan' }).press('Enter');
  await until(async () => (await ruth.page.getByRole('row').count()) === 2);
  await checkPage(ruth, 'console plan');
  await ruth.button('Import the other 70 rows').click();
  await ruth.page.getByText('70 rows are imported.').waitFor();
  const page = ruth.address();
  // The import is there for whoever looks again.
  const later = await ruth.newTab();
  await later.open(page);
  await later.page.getByText('70 rows are imported.').waitFor();
  await later.page.close();
  await ruth.control('Open the codes').click();
  await ruth.page
    .getByRole('link', { name: /^FILE-/ })
    .first()
    .waitFor();
});

test('an operator sets up a second factor, and gives it at the next login', async () => {
  const { link } = await foyer.addOperator('otto@harbour.example');
  const otto = await browser.visitor(foyer, { mayBeRefused: true });
  await otto.open(link);
  await otto.page.getByLabel('Password', { exact: true }).fill(password);
  await otto.page.getByLabel('Password again', { exact: true }).fill(password);
  await otto.button('Set password').click();
  await otto.page.waitForURL('**/console');
  await otto.page.goto('/console/settings');
  await otto.button('Set up').click();
  await otto.page.getByLabel('Your password').fill(password);
  await otto.button('Set up').click();
  const secret = await otto.page.locator('dt:text-is("Key") + dd').innerText();
  const recovery = await otto.page
    .getByRole('listitem')
    .filter({ hasText: /^[\w-]{8,}$/ })
    .first()
    .innerText();
  await checkPage(otto, 'console second factor');
  await otto.page.getByLabel('Code that the app shows').fill(await createOTP(base32.decode(secret)).totp());
  await otto.button('Turn on').click();
  await otto.page.getByText('Your second factor is on.').first().waitFor();

  const later = await browser.visitor(foyer, { mayBeRefused: true });
  await later.page.goto('/console');
  await later.logIn({ email: 'otto@harbour.example', password });
  await later.page.getByLabel('Code from your app').fill(recovery);
  await checkPage(later, 'login second factor');
  await later.button('Login').click();
  await later.page.waitForURL('**/console');
  await later.heading('Codes').waitFor();
});

test('who is no operator does not see the console', async () => {
  const stranger = await browser.visitor(foyer);
  await stranger.page.goto('/console/make');
  await stranger.heading('Login').waitFor();
  assert.deepEqual(
    stranger.addresses.filter((address) =>
      /console/i.test(new URL(address).pathname.replace('/console/make', '')),
    ),
    [],
  );
  const code = await foyer.makeCode('registration');
  const member = await browser.visitor(foyer, { mayBeRefused: true });
  await member.open(code.link);
  await member.register({ email: 'ada@example.org', password });
  await member.composer.waitFor();
  await member.page.goto('/console');
  await member.page.getByText('this account is no operator').waitFor();
  await checkPage(member, 'console no operator');
});

async function logIn(): Promise<Visitor & { newTab: () => Promise<Visitor> }> {
  const ruth = await browser.visitor(foyer, { acceptDownloads: true, mayBeRefused: true });
  await ruth.page.goto('/console');
  await ruth.logIn({ email: 'ruth@harbour.example', password });
  await ruth.page.waitForURL('**/console');
  await ruth.heading('Codes').waitFor();
  return ruth;
}

async function find(operator: Visitor, code: string) {
  await operator.page.goto('/console');
  await operator.page.getByRole('searchbox').fill(code);
  await operator.page.getByRole('searchbox').press('Enter');
  await operator.page.waitForURL(/\?code=/);
}
