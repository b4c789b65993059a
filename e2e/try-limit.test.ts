import assert from 'node:assert/strict';
import { startFoyer } from './foyer.ts';
import { openBrowser, test } from './testing.ts';

const foyer = await startFoyer();
const browser = await openBrowser();

test('after too many wrong codes the page counts down, keeps the code, and then accepts a valid one', async () => {
  const { code } = await foyer.makeCode('login', { code: 'heron-house' });
  const visitor = await browser.visitor(foyer, { mayBeRefused: true });
  await visitor.open('/login');
  await guess(40);
  await visitor.enterWith(code);
  await visitor.alert.filter({ hasText: 'Too many attempts' }).waitFor();
  await visitor.page.getByRole('timer').filter({ hasText: 'Try again in' }).waitFor();
  assert.equal(await visitor.button('Start chatting').isEnabled(), false);
  assert.equal(await visitor.field('Invitation code').inputValue(), code);

  await visitor.page.getByRole('timer').waitFor({ state: 'detached' });
  assert.equal(await visitor.field('Invitation code').inputValue(), code);
  await visitor.button('Start chatting').click();
  await visitor.composer.waitFor();
});

test('while somebody guesses codes, a person behind the same address enters at once with a valid code', async () => {
  const { link, code } = await foyer.makeCode('login');
  await guess(40);
  const byLink = await browser.visitor(foyer);
  await byLink.page.goto(link);
  await byLink.composer.waitFor();
  const byHand = await browser.visitor(foyer);
  await byHand.open('/login');
  await byHand.enterWith(code);
  await byHand.composer.waitFor();
});

/** Another person in the same network, who guesses codes. */
async function guess(times: number) {
  for (let n = 0; n < times; n++) {
    await fetch(`${foyer.url}/api/auth/sign-in/invitation-code`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: foyer.url },
      body: JSON.stringify({ code: `GUESS-${n}` }),
    });
  }
}
