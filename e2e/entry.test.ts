import assert from 'node:assert/strict';
import { startFoyer } from './foyer.ts';
import { hasRoom } from './room.ts';
import { openBrowser, test } from './testing.ts';

const foyer = await startFoyer({
  DEFAULT_LOGIN_CODE: 'POSTER',
  BRAND_NAME: 'Harbour Advice',
  BRAND_ACCENT: '#7a1f5c',
  IMPRINT_URL: 'https://www.example.org/imprint',
  PRIVACY_URL: 'https://www.example.org/privacy',
  SUPPORT_URL: 'mailto:help@example.org',
});
await foyer.makeCode('login', { code: 'POSTER' });
const browser = await openBrowser();

test('the first page says who invites and what happens to the chats, and takes a code in place', async () => {
  const { code } = await foyer.makeCode('login');
  const visitor = await browser.visitor(foyer, { mayBeRefused: true });
  const { page } = visitor;
  await visitor.open('/');
  await page.getByText('Harbour Advice invites you').waitFor();
  await page.getByText('Your chats are deleted when you log out').waitFor();
  assert.equal(await page.title(), 'An AI chat, by invitation · Harbour Advice');
  const links = page.getByRole('contentinfo').getByRole('link');
  assert.deepEqual(await links.allInnerTexts(), ['About us', 'Privacy', 'Help', 'Foyer']);
  const primary = await page.evaluate(
    'getComputedStyle(document.querySelector("main button")).backgroundColor',
  );
  assert.equal(primary, 'rgb(122, 31, 92)');

  await visitor.button('I have an invitation code').click();
  const field = visitor.field('Invitation code');
  await page.locator(':focus').and(field).waitFor();
  await page.keyboard.type('7k2m9qxd4hvn3');
  assert.equal(await field.inputValue(), '7k2m-9qxd-4hvn3');
  await page.keyboard.press('Enter');
  // One notice for one problem: at the field, and tied to it.
  await visitor.alert.filter({ hasText: 'Check the spelling' }).waitFor();
  assert.equal(await visitor.alert.count(), 1);
  assert.equal(await visitor.alert.getAttribute('id'), await field.getAttribute('aria-describedby'));

  await field.fill('');
  await page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', 'Come in: ${foyer.url}/#invite-code=${code}');
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(paste);
  }`);
  assert.equal(await field.inputValue(), code);
  await page.keyboard.press('Enter');
  await visitor.composer.waitFor();
});

test('on the entry and account pages a finger hits every control, and nothing is cut off, also with large letters', async () => {
  const { link } = await foyer.makeCode('registration');
  const visitor = await browser.visitor(foyer, { viewport: { width: 360, height: 740 } });
  const { page } = visitor;
  await visitor.open('/');
  await visitor.button('I have an invitation code').click();
  await hasRoom(visitor, 'landing');
  await visitor.open('/login');
  await visitor.button('I have an invitation code').click();
  await hasRoom(visitor, 'login');
  await visitor.open('/forgot-password');
  await hasRoom(visitor, 'forgot password');
  await visitor.open('/register');
  await hasRoom(visitor, 'register');
  await page.goto(link);
  await visitor.button('Enter another code').waitFor();
  await hasRoom(visitor, 'register by a link');
  await visitor.register({ email: 'ada@example.org', password: 'a heron by the river' });
  await visitor.composer.waitFor();
  await visitor.open('/account');
  await visitor.button('Delete my account').waitFor();
  await hasRoom(visitor, 'account');
  await visitor.button('Delete my account').click();
  await visitor.button('Delete everything').waitFor();
  await hasRoom(visitor, 'delete account');
});

test('a code has the face of its card, and a danger its colour, whatever the order of the style sheets', async () => {
  const { code, link } = await foyer.makeCode('registration');
  const visitor = await browser.visitor(foyer);
  const styleOf = async (name: string, part: string) =>
    visitor.page.evaluate(
      `getComputedStyle(document.getElementById('${await visitor.page.getByLabel(name, { exact: true }).getAttribute('id')}')).${part}`,
    );
  await visitor.open('/login');
  await visitor.button('I have an invitation code').click();
  assert.match(String(await styleOf('Invitation code', 'fontFamily')), /^"Foyer Code"/);
  assert.equal(await styleOf('Invitation code', 'fontSize'), '21px');

  await visitor.page.goto(link);
  const locked = visitor.field('Registration code');
  assert.equal(await locked.inputValue(), code);
  assert.match(String(await styleOf('Registration code', 'fontFamily')), /^"Foyer Code"/);
  assert.equal(await styleOf('Registration code', 'paddingInlineStart'), '44px', 'room for the tick');
  assert.equal(await styleOf('Password', 'paddingInlineEnd'), '92px', 'room for *Show*');

  await visitor.register({ email: 'eve@example.org', password: 'a heron by the river' });
  await visitor.composer.waitFor();
  await visitor.open('/account');
  await visitor.button('Delete my account').waitFor();
  const danger = await visitor.page.evaluate(
    "getComputedStyle([...document.querySelectorAll('button')].at(-1)).color",
  );
  assert.equal(danger, 'rgb(163, 48, 31)');
});

test('a notice says first what happened, in bold, and then what to do', async () => {
  const visitor = await browser.visitor(foyer, { mayBeRefused: true });
  await visitor.page.goto('/#invite-code=NEVER-MADE');
  const bold = visitor.alert.locator('b');
  assert.equal(await bold.innerText(), 'The code in your link is not valid.');
  assert.match(await visitor.alert.innerText(), /not valid\. It may be used up or expired\. Ask the person/);
});

test('nothing moves for a person who asked for no motion', async () => {
  const calm = await browser.visitor(foyer, { reducedMotion: 'reduce', mayBeRefused: true });
  const moving = 'document.getAnimations().map(({ effect }) => effect.target.outerHTML)';
  await calm.open('/login');
  // The answer is held back: the button is busy meanwhile.
  const held = Promise.withResolvers<void>();
  await calm.page.route('**/sign-in/invitation-code', async (route) => {
    await held.promise;
    await route.continue();
  });
  await calm.button('I have an invitation code').click();
  const width = (await calm.button('Start chatting').boundingBox())?.width;
  await calm.enterWith('NEVER-MADE');
  const busy = calm.page.locator('[data-busy]');
  await busy.waitFor();
  assert.equal(await busy.innerText(), 'Start chatting');
  assert.equal((await busy.boundingBox())?.width, width);
  assert.deepEqual(await calm.page.evaluate(moving), []);
  held.resolve();
  await calm.alert.waitFor();
});
