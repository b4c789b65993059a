import assert from 'node:assert/strict';
import { startFoyer } from './foyer.ts';
import { openBrowser, test } from './testing.ts';

const foyer = await startFoyer({ DEFAULT_LOGIN_CODE: 'POSTER' });
await foyer.makeCode('login', { code: 'POSTER' });
const browser = await openBrowser();

test('a guest whose browser has lost the key is told so, and starts again', async () => {
  const guest = await browser.visitor(foyer, { mayBeRefused: true });
  await guest.open('/');
  await guest.continueAsGuest();
  await guest.ask('What do herons eat?');
  await guest.page.context().clearCookies({ name: 'foyer.key' });
  await guest.page.reload();
  await guest.heading('Your chats can no longer be opened').waitFor();
  await guest.button('Start again').click();
  await guest.composer.waitFor();
  await guest.page.getByText('No chats yet.').waitFor();
  await guest.ask('What do geese eat?');
  await guest.page.reload();
  await guest.replies.first().waitFor();
  assert.equal(await guest.page.getByText('herons').count(), 0);
  await guest.logOutAndDelete();
});
