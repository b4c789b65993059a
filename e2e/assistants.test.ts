import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { openDatabase } from '@foyer/database';
import { startFoyer } from './foyer.ts';
import { openBrowser, test } from './testing.ts';

const folder = await mkdtemp(join(tmpdir(), 'foyer-assistants-'));
after(() => rm(folder, { recursive: true, force: true }));
const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
await writeFile(join(folder, 'wren.png'), Buffer.from(png, 'base64'));
await writeFile(
  join(folder, 'housing.md'),
  `---
name: Wren
greeting: Hello, I am Wren. Ask me about your rent.
beginnings:
  - My heating is broken
  - What about my deposit?
help:
  - "Tenants' helpline: 0800 111 222"
picture: wren.png
---
You advise tenants.`,
);

const foyer = await startFoyer({ ASSISTANTS_DIR: folder });
await foyer.importCodes([
  { invitation_code: 'HOUSING', assistant: 'housing', messages_per_person: 3 },
  { invitation_code: 'DAILY', messages_per_day: 1 },
  { invitation_code: 'MINUTE', minutes_per_person: 1 },
  { invitation_code: 'ROOM', people_at_once: 1 },
  { invitation_code: 'OTHER-ROOM', people_at_once: 1 },
]);
const browser = await openBrowser();
const enter = async (code: string) => {
  const visitor = await browser.visitor(foyer, { mayBeRefused: true });
  await visitor.page.goto(`${foyer.url}/#invite-code=${code}`);
  return visitor;
};

test('a person is greeted by the assistant of their code, told the limits, and told when they are spent', async () => {
  const ada = await enter('HOUSING');
  const { page } = ada;
  const greeting = page.getByRole('region', { name: 'Wren' });
  await greeting.getByText('Hello, I am Wren. Ask me about your rent.').waitFor();
  await page.evaluate("document.querySelector('main section img').decode()");
  for (const line of [
    'With Wren, an AI assistant.',
    'You have 3 messages.',
    'What you write is deleted when you log out.',
  ])
    await greeting.getByText(line, { exact: true }).waitFor();
  const helpline = page.getByRole('link', { name: '0800 111 222' });
  assert.equal(await helpline.getAttribute('href'), 'tel:0800111222');

  await ada.button('My heating is broken').click();
  assert.equal(await ada.composer.inputValue(), 'My heating is broken');
  assert.equal(await ada.replies.count(), 0);
  await ada.composer.press('Enter');
  await page.getByText('2 messages left.', { exact: true }).waitFor();
  await greeting.waitFor({ state: 'detached' });
  await ada.button('Send').waitFor();
  const replies = page.getByRole('article', { name: 'Wren' });
  await ada.say('And the water?');
  await replies.nth(1).waitFor();
  await ada.button('Send').waitFor();
  await page.getByText('1 message left.', { exact: true }).waitFor();
  await ada.say('Thank you');
  await page.getByText('No messages left. You can still read and copy your chats.').waitFor();
  assert.equal(await ada.composer.count(), 0);
  assert.equal(await replies.count(), 3);
  assert.ok(await helpline.isVisible());
});

test('a person whose messages of the day are spent is told when they can write again', async () => {
  const ada = await enter('DAILY');
  await ada.say('Hello');
  await ada.page.getByText(/^No messages left for today\. You can write again at .*\d/).waitFor();
});

test('when the time is over, all tabs say that what was written is deleted', async () => {
  const ada = await enter('MINUTE');
  await ada.page.getByText(/^Less than 5 minutes left\. At .* your time ends/).waitFor();
  await ada.ask('Hello');
  const other = await ada.context.newPage();
  await other.goto(`${foyer.url}/chat`);
  await other.getByRole('textbox', { name: 'Message' }).waitFor();
  for (const page of [ada.page, other])
    await page.getByRole('heading', { level: 1, name: 'Your time is over' }).waitFor({ timeout: 90_000 });
  await other.getByText('What you wrote has been deleted, here and on the server.').waitFor();
  await ada.button('To the start page').click();
  await ada.page.waitForURL((url) => url.pathname === '/');
});

test('a full room lets the next person in when somebody leaves, with one use', async () => {
  const ada = await enter('ROOM');
  await ada.composer.waitFor();
  const before = await foyer.remaining('ROOM');
  const ben = await enter('ROOM');
  await ben.heading('All places are taken').waitFor();
  assert.equal(await ben.page.evaluate(() => sessionStorage.getItem('foyer.attempt')), null);
  await ada.logOutAndDelete();
  await ben.composer.waitFor();
  assert.equal(await foyer.remaining('ROOM'), before - 1);
  const cleo = await enter('ROOM');
  await cleo.heading('All places are taken').waitFor();
  await foyer.revoke('ROOM');
  await cleo.page.getByText('This code has ended while you waited.').waitFor();
  await cleo.button('Other ways to join').click();
  await cleo.control('Login').waitFor();
});

test('a guest who has lost the place waits, and comes back to their chat and their draft', async () => {
  const ada = await enter('OTHER-ROOM');
  await ada.ask('What do herons eat?');
  await ada.composer.fill('And otters');
  const database = openDatabase(foyer.databaseUrl);
  after(database.close);
  // As after 10 minutes without a sign of life.
  await database.db.updateTable('place').set({ aliveUntil: 0 }).execute();
  const ben = await enter('OTHER-ROOM');
  await ben.composer.waitFor();
  const waits = ada.heading('All places are taken');
  // The server looks at a place at most once a minute.
  while (!(await waits.isVisible())) {
    await ada.page.evaluate("window.dispatchEvent(new Event('focus'))");
    await waits.waitFor({ timeout: 2000 }).catch(() => {});
  }
  await ben.logOutAndDelete();
  await ada.replies.getByText('begins with “What do herons eat”').waitFor();
  assert.equal(await ada.composer.inputValue(), 'And otters');
});
