import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { until } from '../testing/chats/read-reply.ts';
import { startFoyer } from './foyer.ts';
import { openBrowser, test } from './testing.ts';

const foyer = await startFoyer({ DEFAULT_LOGIN_CODE: 'POSTER' });
await foyer.makeCode('login', { code: 'POSTER' });
const browser = await openBrowser();

test("a guest's draft survives a reload, in each chat of its own, and is in no storage of the browser", async () => {
  const guest = await browser.visitor(foyer);
  await guest.open('/');
  await guest.continueAsGuest();
  await guest.composer.fill('Half a question');
  await guest.page.reload();
  await until(async () => (await guest.composer.inputValue()) === 'Half a question');
  const stored = await guest.page.evaluate<string>(
    'JSON.stringify([{ ...localStorage }, { ...sessionStorage }])',
  );
  assert.ok(!stored.includes('Half'), stored);

  await guest.ask('Half a question, whole now');
  assert.equal(await guest.composer.inputValue(), '');
  const saved = guest.page.waitForResponse((response) => response.request().method() === 'PUT');
  await guest.composer.fill('And then');
  assert.equal((await saved).status(), 204);
  await guest.button('New chat').click();
  await guest.page.waitForURL('/chat');
  assert.equal(await guest.composer.inputValue(), '');
  await guest.page.reload();
  await guest.page.getByRole('link', { name: 'Half a question, whole now' }).click();
  await until(async () => (await guest.composer.inputValue()) === 'And then');
});

test('a draft that comes late does not replace what somebody types', async () => {
  const guest = await browser.visitor(foyer);
  await guest.open('/');
  await guest.continueAsGuest();
  const saved = guest.page.waitForResponse((response) => response.request().method() === 'PUT');
  await guest.composer.fill('Kept');
  await saved;
  const held = Promise.withResolvers<void>();
  await guest.page.route('**/api/drafts/new', (route) =>
    route.request().method() === 'GET' ? held.promise.then(() => route.continue()) : route.continue(),
  );
  await guest.page.reload();
  await guest.composer.fill('Newer');
  const late = guest.page.waitForResponse((response) => response.request().method() === 'GET');
  held.resolve();
  await late;
  await guest.page.evaluate('new Promise(requestAnimationFrame)');
  assert.equal(await guest.composer.inputValue(), 'Newer');
});

test('on a touch screen Enter breaks the line, and an input method never sends', async () => {
  const touch = await browser.visitor(foyer, { hasTouch: true, isMobile: true });
  await touch.open('/');
  await touch.continueAsGuest();
  await touch.composer.fill('One');
  await touch.composer.press('Enter');
  await touch.page.keyboard.type('Two');
  assert.equal(await touch.composer.inputValue(), 'One\nTwo');

  const guest = await browser.visitor(foyer);
  await guest.open('/');
  await guest.continueAsGuest();
  await guest.composer.fill('こんにちは');
  // While an input method composes; and Safari, where the composition has ended before the key.
  for (const composing of ['isComposing: true', 'keyCode: 229'])
    await guest.page.evaluate(
      `document.querySelector('textarea').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ${composing}, bubbles: true, cancelable: true }))`,
    );
  assert.equal(await guest.composer.inputValue(), 'こんにちは');
  await guest.composer.press('Shift+Enter');
  assert.equal(await guest.composer.inputValue(), 'こんにちは\n');
  await guest.say('Show me markdown');
  await guest.button('Stop').waitFor();
  await guest.page.keyboard.press('Escape');
  await guest.replies.filter({ hasText: 'Stopped before the end' }).waitFor();
});

test('a guest searches, uses shortcuts, and saves the chats before leaving', async () => {
  const guest = await browser.visitor(foyer);
  await guest.open('/');
  await guest.continueAsGuest();
  await guest.ask('What do herons eat?');
  await guest.page.locator('main').press('n');
  await guest.page.waitForURL('/chat');
  await guest.ask('Where do otters sleep?');
  await guest.page.locator('main').press('/');
  await guest.page.keyboard.type('HERONS');
  const places = guest.page.getByRole('navigation', { name: 'Chats' });
  await places
    .getByRole('status')
    .filter({ hasText: /^3 places found$/ })
    .waitFor();
  await places.getByRole('link').first().click();
  await guest.heading('What do herons eat?').waitFor();

  await guest.page.locator('main').press('?');
  const list = guest.page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await list.getByRole('checkbox', { name: 'Use shortcuts of one letter' }).uncheck();
  await guest.page.keyboard.press('Escape');
  await list.waitFor({ state: 'hidden' });
  await guest.page.locator('main').press('?');
  assert.equal(await list.count(), 0);

  await guest.button('Log out').click();
  const download = guest.page.waitForEvent('download');
  await guest.button('Save my chats').click();
  const file = await readFile(await (await download).path(), 'utf8');
  for (const part of ['# Where do otters sleep?', '# What do herons eat?', '## You', '## Assistant'])
    assert.ok(file.includes(part), part);
  await guest.button('Log out and delete').click();
  await guest.page.waitForURL('/');
});
