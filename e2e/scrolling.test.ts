import assert from 'node:assert/strict';
import { fillOwnChats } from '../bench/load/fill-own-chats.ts';
import { post } from '../bench/load/post.ts';
import { secret } from '../bench/measure/foyer.ts';
import { startFoyer } from './foyer.ts';
import {
  follows,
  letsGo,
  placeOf,
  type Reader,
  scrollsAsTheReaderWants,
  startDictatedModel,
} from './scrolling.ts';
import { atRest } from './tasks.ts';
import { openBrowser, test } from './testing.ts';
import type { Visitor } from './visitor.ts';
import { guestWithModel } from './with-model.ts';

const browser = await openBrowser();

test('while a reply streams, scrolling belongs to the reader', async () => {
  const { guest, model } = await reading();
  const reader = readerOf(guest);
  await scrollsAsTheReaderWants(reader, model);
  await model.end();
  await guest.button('Send').waitFor();
});

test('a finger that pulls the page down lets go', async () => {
  const { guest, model } = await reading({ hasTouch: true, viewport: { width: 360, height: 740 } });
  const reader = readerOf(guest);
  await model.tell(reader, 30);
  const devtools = await guest.context.newCDPSession(guest.page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints: y ? [{ x: 180, y }] : [] });
  await letsGo(reader, model, 'a finger', async () => {
    await touch('touchStart', 300);
    for (let y = 302; y < 350; y += 2) await touch('touchMove', y);
  });
  await touch('touchEnd');
  await reader.toEnd();
  await follows(reader, model, 'after the finger');
  await model.end();
});

test('a wheel that moves something else, or nothing, does not let go', async () => {
  const { guest, model } = await reading();
  const reader = readerOf(guest);
  await guest.page.mouse.move(600, 300);
  await reader.wheel(-100);
  await reader.press('PageUp');
  await model.tell(reader, 30);
  await follows(reader, model, 'when there was nothing to scroll');

  await guest.composer.fill('line\n'.repeat(100));
  await guest.composer.hover();
  await reader.wheel(-100);
  await follows(reader, model, 'after scrolling in the field');
  await model.end();
});

test('a chat of 2,000 messages shows its last hundred, and a hundred earlier ones do not move the view', async () => {
  const foyer = await startFoyer({ SECRET: secret, REGISTRATION_CODES: 'not-required' });
  const account = { email: 'ada@example.org', password: 'a heron by the river' };
  await post(foyer.url, '/api/auth/sign-up/email', account);
  const textAt = (position: number) =>
    `**Message ${position}.** The heron waits.\n\n- for a fish\n- for a frog`;
  await fillOwnChats(foyer.databaseUrl, 2000, { chats: 1, textAt });
  const ada = await browser.visitor(foyer);
  await ada.open('/login');
  await ada.logIn(account);
  await ada.page.getByRole('link', { name: 'Herons' }).click();
  const messages = ada.page.getByRole('article');
  await messages.filter({ hasText: 'Message 1999.' }).waitFor();
  await atRest(ada.page);
  assert.equal(await messages.count(), 100);
  assert.ok((await placeOf(readerOf(ada))).toEnd <= 2);

  // At the very top a browser does not keep the view by itself.
  await ada.page.evaluate('scrollTo(0, 0)');
  const mark = messages.filter({ hasText: 'Message 1901.' });
  const before = await mark.boundingBox();
  await ada.button('Earlier messages').click();
  await messages.nth(199).waitFor();
  await atRest(ada.page);
  const moved = ((await mark.boundingBox())?.y ?? 0) - (before?.y ?? 0);
  assert.ok(Math.abs(moved) <= 1, `the view moved by ${moved} px`);
  const found = (text: string) => ada.page.evaluate<boolean>(`window.find('${text}', true, false, true)`);
  assert.deepEqual([await found('Message 1810.'), await found('Message 1790.')], [true, false]);
});

/** A guest to whom the model is about to reply. */
async function reading(options: Parameters<typeof browser.visitor>[1] = {}) {
  const model = await startDictatedModel();
  const guest = await guestWithModel(browser, model, options);
  await guest.composer.fill('Tell me everything');
  await guest.button('Send').click();
  await guest.button('Stop').waitFor();
  return { guest, model };
}

function readerOf({ page, button }: Visitor): Reader {
  return {
    evaluate: (script) => page.evaluate(script),
    press: (key) => page.keyboard.press(key),
    wheel: (pixels) => page.mouse.wheel(0, pixels),
    toEnd: () => button('To the end').click(),
  };
}
