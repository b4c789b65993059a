import assert from 'node:assert/strict';
import { startFoyer } from './foyer.ts';
import { openBrowser, test } from './testing.ts';
import type { Visitor } from './visitor.ts';

const foyer = await startFoyer({ DEFAULT_LOGIN_CODE: 'POSTER' });
await foyer.makeCode('login', { code: 'POSTER' });
const browser = await openBrowser();

test('a person without a mouse enters, asks, gets an answer, and logs out', async () => {
  const guest = await browser.visitor(foyer, { mayBeRefused: true });
  await guest.open('/');
  await tabTo(guest, 'Continue as Guest');
  await guest.page.keyboard.press('Enter');
  await guest.composer.waitFor();
  await tabTo(guest, 'Message');
  await guest.page.keyboard.type('Hello there');
  await guest.page.keyboard.press('Enter');
  await guest.replies.filter({ hasText: 'begins with “Hello there”' }).waitFor();
  await guest.button('Send').waitFor();

  await tabTo(guest, 'Log out');
  await guest.page.keyboard.press('Enter');
  await guest.page.getByRole('dialog', { name: 'Log out and delete your chats?' }).waitFor();
  await guest.page.keyboard.press('Escape');
  await guest.page.getByRole('dialog').waitFor({ state: 'hidden' });
  await tabTo(guest, 'Log out');
  await guest.page.keyboard.press('Enter');
  await tabTo(guest, 'Log out and delete');
  await guest.page.keyboard.press('Enter');
  await guest.page.waitForURL('/');
});

test('the focus moves to the composer after Stop or Try again, and stays when an answer ends', async () => {
  const guest = await browser.visitor(foyer);
  const composer = guest.page.locator(':focus').and(guest.composer);
  const hasStarted = () => guest.replies.filter({ hasText: 'I am only' }).waitFor();
  await guest.open('/');
  await guest.continueAsGuest();
  await guest.say('Show me markdown');
  await hasStarted();
  await tabTo(guest, 'Stop');
  await guest.page.keyboard.press('Enter');
  await guest.replies.filter({ hasText: 'Stopped before the end' }).waitFor();
  await composer.waitFor();

  await tabTo(guest, 'Try again');
  await guest.page.keyboard.press('Enter');
  await composer.waitFor();
  await hasStarted();
  await guest.button('Stop').click();
  await guest.replies.filter({ hasText: 'Stopped before the end' }).waitFor();
  await composer.waitFor();

  await guest.button('Try again').click();
  await composer.waitFor();
  await hasStarted();
  await tabTo(guest, 'Stop');
  await guest.page.locator(':focus').and(guest.button('Send')).waitFor();
});

test('the focus stays beside a chat that is renamed, deleted and restored, and nothing covers the composer', async () => {
  const guest = await browser.visitor(foyer);
  const { page, composer } = guest;
  const options = page.getByRole('button', { name: /^Options for .*otters/ });
  const focused = (element: typeof options) => page.locator(':focus').and(element).waitFor();
  await guest.open('/');
  await guest.continueAsGuest();
  await guest.ask('Where do otters sleep?');
  await guest.button('New chat').click();
  await guest.ask('What do herons eat?');
  const choose = async (name: string) => {
    await options.press('Enter');
    await page.getByRole('menuitem', { name }).press('Enter');
  };
  await choose('Rename');
  await page.getByLabel('Title').fill('\u202ethe otters');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await focused(options);
  await choose('Rename');
  await focused(page.getByLabel('Title'));
  await page.keyboard.press('Escape');
  await focused(options);

  await choose('Delete');
  // A title that turns the direction does not turn the sentence.
  await page.getByText('“\u2068\u202ethe otters\u2069” is deleted.').waitFor();
  await focused(page.getByRole('main'));
  const [undo, field] = [await guest.button('Undo').boundingBox(), await composer.boundingBox()];
  assert.ok(undo && field && undo.y + undo.height <= field.y, JSON.stringify({ undo, field }));
  await guest.button('Undo').press('Enter');
  await focused(options);
});

test('the focus is visible', async () => {
  const visitor = await browser.visitor(foyer);
  await visitor.open('/');
  for (const name of ['Continue as Guest', 'I have an invitation code', 'Login', 'Register', 'Foyer']) {
    await tabTo(visitor, name);
    const [style, width] = await visitor.page.evaluate<[string, string]>(
      '[getComputedStyle(document.activeElement).outlineStyle, getComputedStyle(document.activeElement).outlineWidth]',
    );
    assert.notEqual(style, 'none', name);
    assert.notEqual(width, '0px', name);
  }
});

/** Presses Tab until the control of this name has the focus. */
async function tabTo({ page }: Visitor, name: string) {
  const mostControls = 30;
  for (let pressed = 0; pressed < mostControls; pressed++) {
    const focus = page.locator(':focus');
    const focused = (await focus.count()) > 0 ? await focus.ariaSnapshot() : '';
    if (new RegExp(`^- \\w+ "${name}"`).test(focused)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab does not reach ${name}`);
}
