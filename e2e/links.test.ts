import assert from 'node:assert/strict';
import { startFoyer } from './foyer.ts';
import { openBrowser, test } from './testing.ts';

// The pages offer no field for codes, and there is a default registration code. Links work all the same.
const foyer = await startFoyer({ LOGIN_CODES: 'disabled', DEFAULT_REGISTRATION_CODE: 'STAFF' });
const asking = await startFoyer({ LOGIN_LINKS: 'confirm', REGISTRATION_CODES: 'not-required' });
const closed = await startFoyer({ REGISTRATION: 'disabled', DEFAULT_LOGIN_CODE: 'POSTER' });
await closed.makeCode('login', { code: 'POSTER' });
const browser = await openBrowser();

const everyForm = ['/', '/login', '/register'].flatMap((page) => [
  `${page}?invite-code=`,
  `${page}#invite-code=`,
]);
const notValid = 'The code in your link is not valid';

test('a login code in a link lets the visitor in at once, on every page and in both forms', async () => {
  const { code } = await foyer.makeCode('login', { uses: everyForm.length });
  const guest = await browser.visitor(foyer);
  for (const form of everyForm) {
    await guest.context.clearCookies();
    await guest.page.goto(form + code);
    await guest.composer.waitFor();
    assert.equal(guest.address(), '/chat', form);
  }
  assert.equal(await foyer.remaining(code), 0);
});

test('a link works as mail programs and messengers leave it, and nothing of it stays in the address', async () => {
  const forms = [
    (code: string) => `/%23invite-code=${code}`,
    (code: string) => `/#invite-code%3D${code}`,
    (code: string) => `/#INVITE-CODE=${code}`,
    (code: string) => `/#/invite_code=${code}`,
    (code: string) => `/?invite_code=${code}`,
    (code: string) => `/#invite-code=${code}?utm_source=mail`,
    (code: string) => `/#invite-code=${code}&amp;x=1`,
    (code: string) => `/#invite-code=${code}:~:text=hello`,
    (code: string) => `/#invite-code=${code}.`,
  ];
  const { code } = await foyer.makeCode('login', { uses: forms.length });
  const guest = await browser.visitor(foyer);
  for (const form of forms) {
    await guest.context.clearCookies();
    await guest.page.goto(form(code));
    await guest.composer.waitFor();
    assert.equal(guest.page.url(), `${foyer.url}/chat`, form('CODE'));
  }
  assert.equal(await foyer.remaining(code), 0);
  const registration = await foyer.makeCode('registration');
  await guest.context.clearCookies();
  await guest.page.goto(`/register%23invite-code=${registration.code}`);
  await guest.heading('Register').waitFor();
  assert.equal(guest.page.url(), `${foyer.url}/register`);
});

test('a link whose code was cut short says so', async () => {
  const guest = await browser.visitor(foyer, { mayBeRefused: true });
  await guest.page.goto('/#invite-code=7K3M-9QXA-');
  await guest.page.getByText('A part of the code is missing in your link').waitFor();
});

test('a code on a line of its own is found in a pasted letter, and a code that was cut short is told so', async () => {
  const { code } = await asking.makeCode('login');
  const guest = await browser.visitor(asking, { mayBeRefused: true });
  await guest.open('/login');
  const field = guest.page.getByLabel('Invitation code');
  await field.fill('7K3M-9QXA-');
  await field.press('Enter');
  await guest.alert.filter({ hasText: 'A part of this code is missing' }).waitFor();
  await field.fill('');
  await field.focus();
  // What a browser sends when somebody pastes.
  await guest.page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', ${JSON.stringify(`Your code:\r\n${code}\r\nSee you!`)});
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(paste);
  }`);
  assert.equal(await field.inputValue(), `Your code: ${code} See you!`);
  await field.press('Enter');
  await guest.composer.waitFor();
});

test('neither a reload nor the back button nor a bookmark spends a second use', async () => {
  const { code, link } = await foyer.makeCode('login');
  const guest = await browser.visitor(foyer, { mayBeRefused: true });
  await guest.open('/login');
  await guest.page.goto(link);
  await guest.composer.waitFor();
  await guest.ask('Hello');
  const bookmark = guest.page.url();
  await guest.page.reload();
  await guest.composer.waitFor();
  await guest.page.goBack();
  await guest.composer.waitFor();
  await guest.page.goForward();
  await guest.composer.waitFor();
  await guest.logOutAndDelete();
  await guest.page.goBack();
  await guest.heading(/./).waitFor();
  await guest.open(bookmark);
  await guest.control('Login').waitFor();
  assert.equal(await foyer.remaining(code), 19);
});

test('a code in the fragment is never sent in an address', async () => {
  const { code, link } = await foyer.makeCode('login');
  const guest = await browser.visitor(foyer);
  await guest.page.goto(link);
  await guest.composer.waitFor();
  await guest.ask('Hello');
  const asked = guest.addresses.filter((address) => !address.includes('#'));
  assert.ok(asked.length > 5);
  assert.deepEqual(
    asked.filter((address) => address.includes(code)),
    [],
  );
});

test('where links ask first, Start chatting spends one use, and opening the link spends none', async () => {
  const { code, link } = await asking.makeCode('login');
  const guest = await browser.visitor(asking);
  await guest.page.goto(link);
  await guest.button('Start chatting').waitFor();
  assert.equal(guest.address(), '/');
  await guest.page.reload();
  await guest.control('Register').waitFor();
  assert.equal(await guest.button('Start chatting').count(), 0);
  assert.equal(await asking.remaining(code), 20);

  await guest.page.goto(`/login?invite-code=${code}`);
  await guest.button('Start chatting').dblclick();
  await guest.composer.waitFor();
  assert.equal(await asking.remaining(code), 19);
});

test('a registration code in a link opens the register page, filled in and locked, and wins over the default', async () => {
  const { code } = await foyer.makeCode('registration');
  const visitor = await browser.visitor(foyer);
  for (const form of everyForm) {
    // Start from another page: on the same page a new fragment loads nothing.
    await visitor.page.goto('about:blank');
    await visitor.page.goto(form + code);
    await visitor.heading('Register').waitFor();
    const field = visitor.field('Registration code');
    assert.equal(await field.inputValue(), code, form);
    assert.equal(await field.isEditable(), false, form);
    assert.equal(visitor.address(), '/register', form);
  }
  await visitor.register({ email: 'ada@example.org', password: 'a heron by the river' });
  await visitor.composer.waitFor();
  assert.equal(await foyer.remaining(code), 19);
});

test('the locked code can be replaced by another one', async () => {
  const { link } = await foyer.makeCode('registration');
  const other = await foyer.makeCode('registration');
  const visitor = await browser.visitor(foyer);
  await visitor.page.goto(link);
  await visitor.button('Enter another code').click();
  await visitor.field('Registration code').fill(other.code);
  await visitor.register({ email: 'ben@example.org', password: 'a heron by the river' });
  await visitor.composer.waitFor();
  assert.equal(await foyer.remaining(other.code), 19);
});

test('a registration code in a link is ignored where none is required', async () => {
  const { code, link } = await asking.makeCode('registration');
  const visitor = await browser.visitor(asking);
  await visitor.page.goto(link);
  await visitor.heading('Register').waitFor();
  assert.equal(await visitor.field('Registration code').count(), 0);
  await visitor.register({ email: 'cyd@example.org', password: 'a heron by the river' });
  await visitor.composer.waitFor();
  assert.equal(await asking.remaining(code), 20);
});

test('with registration disabled, a registration code in a link leads to the login page, which says so', async () => {
  const { code } = await closed.makeCode('registration');
  const visitor = await browser.visitor(closed);
  for (const form of everyForm) {
    await visitor.page.goto('about:blank');
    await visitor.page.goto(form + code);
    await visitor.alert.filter({ hasText: 'Registration is closed' }).waitFor();
    assert.equal(visitor.address(), '/login', form);
    await visitor.button('Continue as Guest').waitFor();
  }
  assert.equal(await closed.remaining(code), 20);
});

test('unknown, full and revoked codes in a link get the same message, and every other way to join still works', async () => {
  const full = await closed.makeCode('login', { uses: 1 });
  const first = await browser.visitor(closed);
  await first.page.goto(full.link);
  await first.composer.waitFor();
  const revoked = await closed.makeCode('login');
  await closed.revoke(revoked.code);

  const said = new Set<string>();
  const visitor = await browser.visitor(closed, { mayBeRefused: true });
  for (const code of [full.code, revoked.code, 'NEVER-MADE', 'x'.repeat(300)]) {
    await visitor.context.clearCookies();
    await visitor.page.goto(`/#invite-code=${code}`);
    said.add(await visitor.alert.innerText());
    assert.equal(visitor.address(), '/');
    await visitor.continueAsGuest();
  }
  assert.deepEqual(
    [...said],
    [
      'The code in your link is not valid. It may be used up or expired. Ask the person who gave it to you for a new one.',
    ],
  );
});

test('every page reports an unusable code in a link, and stays open', async () => {
  const visitor = await browser.visitor(foyer, { mayBeRefused: true });
  for (const form of everyForm) {
    await visitor.page.goto('about:blank');
    await visitor.page.goto(`${form}NEVER-MADE`);
    await visitor.alert.filter({ hasText: notValid }).waitFor();
    assert.equal(visitor.address(), form.replace(/[?#].*/, ''), form);
    await visitor.control('Login').waitFor();
  }
});

test('a link that is opened in a tab of Foyer works without loading a page', async () => {
  const { code } = await foyer.makeCode('login');
  const visitor = await browser.visitor(foyer);
  await visitor.open('/');
  await visitor.page.evaluate(`location.hash = 'invite-code=${code}'`);
  await visitor.composer.waitFor();
  assert.equal(visitor.address(), '/chat');
  assert.equal(await foyer.remaining(code), 19);
});
