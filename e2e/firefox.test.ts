import assert from 'node:assert/strict';
import { after } from 'node:test';
import { until } from '../testing/chats/read-reply.ts';
import { openFirefox, test } from './firefox.ts';
import { startFoyer } from './foyer.ts';
import { scrollsAsTheReaderWants, startDictatedModel } from './scrolling.ts';

const foyer = await startFoyer({ DEFAULT_LOGIN_CODE: 'POSTER' });
await foyer.makeCode('login', { code: 'POSTER' });
const browser = await openFirefox();
const password = 'a heron by the river';

test('a guest comes by a link in Firefox, chats, keeps chat and draft over a reload, and leaves nothing behind', async () => {
  const { link } = await foyer.makeCode('login');
  const guest = await browser.visitor(foyer);
  await guest.open(link);
  await guest.sees('You are a guest');
  await guest.ask('What do herons eat?');
  await guest.sees('begins with “What do herons eat”', 'main');
  const chat = guest.path();

  const saved = guest.page.waitForResponse((response) => response.request().method() === 'PUT');
  await guest.fill('Message', 'One');
  await guest.page.keyboard.down('Shift');
  await guest.page.keyboard.press('Enter');
  await guest.page.keyboard.up('Shift');
  await guest.page.keyboard.type('Two');
  assert.equal(await guest.message(), 'One\nTwo');
  await saved;
  await guest.page.reload();
  await guest.sees('begins with “What do herons eat”', 'main');
  await until(async () => (await guest.message()) === 'One\nTwo');

  await guest.press('Log out');
  await guest.press('Log out and delete');
  await guest.sees('Continue as Guest');
  await guest.open(chat);
  await until(() => guest.path() === '/login');
  await guest.seesNot('herons');
});

test('a member registers in Firefox, logs in again, and finds the chat', async () => {
  const { link } = await foyer.makeCode('registration');
  const account = { email: 'ada@example.org', password };
  const ada = await browser.visitor(foyer);
  await ada.open(link);
  await ada.register(account);
  await ada.ask('What do herons eat?');
  await ada.sees('begins with “What do herons eat”', 'main');
  await ada.press('Log out');
  await ada.sees('I have an invitation code');
  await ada.open('/login');
  await ada.logIn(account);
  await ada.follow('What do herons eat?');
  await ada.sees('begins with “What do herons eat”', 'main');
});

test('in Firefox an input method never sends, and the field grows up to its limit without `field-sizing`', async () => {
  const guest = await browser.visitor(foyer);
  await guest.open('/');
  await guest.press('Continue as Guest');
  await guest.fill('Message', 'こんにちは');
  await guest.evaluate(composing);
  assert.equal(await guest.message(), 'こんにちは');
  await guest.sees('No chats yet');

  assert.equal(await guest.evaluate("CSS.supports('field-sizing', 'content')"), false);
  const height = () =>
    guest.evaluate<number>("document.querySelector('textarea').getBoundingClientRect().height");
  const heights: number[] = [];
  for (const lines of [1, 3, 100, 1]) {
    await guest.paste('line\n'.repeat(lines).trim());
    heights.push(Math.round(await height()));
  }
  // Up to 38 % of a window of 700 px.
  assert.deepEqual(heights, [44, 96, 266, 44]);
});

test('in Firefox, too, scrolling belongs to the reader while a reply streams', async () => {
  const model = await startDictatedModel();
  after(model.close);
  const dictated = await startFoyer({
    DEFAULT_LOGIN_CODE: 'POSTER',
    MODEL_URL: model.url,
    MODEL_NAME: 'scripted',
  });
  await dictated.makeCode('login', { code: 'POSTER' });
  const guest = await browser.visitor(dictated);
  await guest.open('/');
  await guest.press('Continue as Guest');
  await guest.fill('Message', 'Tell me everything');
  await guest.press('Send');
  await guest.page.mouse.move(600, 300);
  const reader = {
    evaluate: guest.evaluate,
    press: (key: string) => guest.page.keyboard.press(key as 'Home'),
    wheel: (deltaY: number) => guest.page.mouse.wheel({ deltaY }),
    toEnd: () => guest.press('To the end'),
  };
  await scrollsAsTheReaderWants(reader, model);
  await model.end();
});

/** What an input method does: Enter accepts its proposal, and a key event comes with it. */
const composing = `{
  const field = document.querySelector('textarea');
  const common = { bubbles: true, cancelable: true };
  field.dispatchEvent(new CompositionEvent('compositionstart', common));
  field.dispatchEvent(new CompositionEvent('compositionupdate', { ...common, data: 'は' }));
  field.dispatchEvent(new KeyboardEvent('keydown', { ...common, key: 'Enter', isComposing: true }));
  field.dispatchEvent(new CompositionEvent('compositionend', { ...common, data: 'は' }));
}`;
