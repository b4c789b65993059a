import assert from 'node:assert/strict';
import { fillOwnChats } from '../bench/load/fill-own-chats.ts';
import { post } from '../bench/load/post.ts';
import { secret } from '../bench/measure/foyer.ts';
import { startFoyer } from './foyer.ts';
import { openBrowser, test } from './testing.ts';

const browser = await openBrowser();

test('of thousands of chats a hundred are listed at a time, and head and foot of the list stand still', async () => {
  const foyer = await startFoyer({ SECRET: secret, REGISTRATION_CODES: 'not-required' });
  const account = { email: 'ada@example.org', password: 'a heron by the river' };
  await post(foyer.url, '/api/auth/sign-up/email', account);
  await fillOwnChats(foyer.databaseUrl, 3000, { chats: 3000 });
  const ada = await browser.visitor(foyer);
  await ada.open('/login');
  await ada.logIn(account);
  const list = ada.page.getByRole('navigation', { name: 'Chats' });
  const chats = list.getByRole('listitem');
  await chats.nth(99).waitFor();
  assert.equal(await chats.count(), 100);
  await list.getByRole('heading', { name: 'Earlier' }).waitFor();

  const [head, foot] = [ada.button('New chat'), ada.button('Log out')];
  const before = [await head.boundingBox(), await foot.boundingBox()];
  await chats.nth(99).scrollIntoViewIfNeeded();
  await ada.button('Earlier chats').click();
  await chats.nth(199).waitFor();
  await chats.nth(199).scrollIntoViewIfNeeded();
  assert.deepEqual([await head.boundingBox(), await foot.boundingBox()], before);
  const last = await chats.nth(199).boundingBox();
  assert.ok(last && before[1] && last.y + last.height <= before[1].y, 'the foot covers no title');
});
