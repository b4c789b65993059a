import assert from 'node:assert/strict';
import { after } from 'node:test';
import { startUpstream } from '../testing/server/upstream.ts';
import { startFoyer } from './foyer.ts';
import { hasRoom, hasTargets } from './room.ts';
import { openBrowser, test } from './testing.ts';

const upstream = await startUpstream();
after(upstream.close);
const foyer = await startFoyer({
  DEFAULT_LOGIN_CODE: 'POSTER',
  MODEL_URL: upstream.url,
  MODEL_NAME: 'script',
});
await foyer.makeCode('login', { code: 'POSTER' });
const browser = await openBrowser();

const reply = `See [the page](https://example.org) and call [us](tel:112).

| ${'a long heading | '.repeat(8)}
|${' --- |'.repeat(8)}
| ${'cell | '.repeat(8)}

\`\`\`js
${'const heron = "a line that is far wider than a phone"; '.repeat(4)}
\`\`\`

${'Donaudampfschiff'.repeat(30)}

- [ ] a task

The end.`;

test('on the chat page a finger hits every control, and at 200 % and 400 % zoom nothing is lost', async () => {
  upstream.teach(reply);
  const guest = await browser.visitor(foyer, { viewport: { width: 360, height: 740 } });
  const { page } = guest;
  await guest.open('/');
  await guest.continueAsGuest();
  await hasRoom(guest, 'empty chat');
  await guest.ask('x'.repeat(300));
  await guest.replies.getByText('The end.').waitFor();
  await hasRoom(guest, 'chat');
  await guest.button('More').click();
  await page.getByRole('menuitem', { name: 'Print' }).waitFor();
  await hasTargets(guest, 'more');
  await page.keyboard.press('Escape');
  await guest.button('Chats').click();
  await guest.button(/^Options for/).click();
  await page.getByRole('menuitem', { name: 'Rename' }).waitFor();
  await hasTargets(guest, 'list');
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await guest.button('Save').waitFor();
  await hasRoom(guest, 'rename');
  await guest.button('Cancel').click();
  await guest.button('Log out').click();
  await guest.button('Log out and delete').waitFor();
  await hasRoom(guest, 'log out');
  await guest.button('Stay').click();

  // A window of 1280 × 1024 pixels.
  for (const [zoom, width, height] of [
    ['200 %', 640, 512],
    ['400 %', 320, 256],
  ] as const) {
    await page.setViewportSize({ width, height });
    const overhang = await page.evaluate('document.scrollingElement.scrollWidth - innerWidth');
    assert.equal(overhang, 0, `${zoom}: pixels beyond the page's width`);
    await guest.composer.fill('Another question');
    for (const control of [guest.composer, guest.button('Send')]) {
      const box = await control.boundingBox();
      assert.ok(box && box.y >= 0 && box.y + box.height <= height, `${zoom}: ${JSON.stringify(box)}`);
    }
    // A trial: nothing lies over the button.
    await guest.button('Send').click({ trial: true });
    const seen = await page.evaluate<number>(visibleHeight);
    assert.ok(seen >= 60, `${zoom}: ${seen} px of the conversation are seen`);
  }
});

/** What head and composer leave of the conversation, in pixels. */
const visibleHeight = `
  document.querySelector('form').getBoundingClientRect().top -
  Math.max(0, document.querySelector('main').previousElementSibling.getBoundingClientRect().bottom)`;
