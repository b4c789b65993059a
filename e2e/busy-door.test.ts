import assert from 'node:assert/strict';
import { startFoyer } from './foyer.ts';
import { openBrowser, test } from './testing.ts';

const foyer = await startFoyer({ DEFAULT_LOGIN_CODE: 'POSTER', DEFAULT_GUESTS_PER_HOUR: '2400' });
await foyer.makeCode('login', { code: 'POSTER', uses: 10_000 });
const browser = await openBrowser();

/** Enters as other guests of the same network until the server refuses. */
async function enterUntilRefused(): Promise<void> {
  for (;;) {
    const { status } = await fetch(`${foyer.url}/api/auth/sign-in/invitation-code`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: foyer.url },
      body: JSON.stringify({ default: true }),
    });
    if (status === 429) return;
    assert.equal(status, 200);
  }
}

test('when too many guests enter, a page waits, enters by itself, and spends one use', async () => {
  const visitor = await browser.visitor(foyer, { mayBeRefused: true });
  await visitor.open('/');
  await enterUntilRefused();
  await visitor.button('Continue as Guest').click();
  await visitor.heading('Please wait a moment').waitFor();
  await visitor.page.getByRole('timer').filter({ hasText: 'Try again in' }).waitFor();
  const before = await foyer.remaining('POSTER');
  assert.equal(await visitor.page.evaluate(() => sessionStorage.getItem('foyer.attempt')), null);
  await visitor.composer.waitFor();
  assert.equal(await foyer.remaining('POSTER'), before - 1);
});

test('a visitor who does not want to wait finds the other ways to join, and the button works again', async () => {
  const visitor = await browser.visitor(foyer, { mayBeRefused: true });
  await visitor.open('/login');
  await enterUntilRefused();
  await visitor.button('Continue as Guest').click();
  await visitor.button('Other ways to join').click();
  await visitor.heading('Login').waitFor();
  assert.ok(await visitor.button('Continue as Guest').isEnabled());
});
