import assert from 'node:assert/strict';
import { freePort } from '../testing/database/database.ts';
import { startIssuer } from '../testing/server/issuer.ts';
import { startFoyer } from './foyer.ts';
import { openBrowser, test } from './testing.ts';

const browser = await openBrowser();

async function startWithIssuer(settings: Record<string, string> = {}) {
  const port = String(await freePort());
  const issuer = await startIssuer(`http://127.0.0.1:${port}`);
  const foyer = await startFoyer({ PORT: port, ...issuer.settings, ...settings });
  return { issuer, foyer };
}

const { issuer, foyer } = await startWithIssuer();

test('a new person brings the code of their link to the provider, and later finds the chats without a code', async () => {
  const { code, link } = await foyer.makeCode('registration', { uses: 2 });
  const { name, email } = issuer.add();
  const ada = await browser.visitor(foyer);
  await ada.page.goto(link);
  await ada.heading('Register').waitFor();
  await ada.button('Continue with Campus').click();
  await ada.logInAtProvider(name, foyer.url);
  await ada.composer.waitFor();
  assert.equal(ada.address(), '/chat');
  await ada.page.getByText(email).waitFor();
  assert.equal(await foyer.remaining(code), 1);
  await ada.ask('What do herons eat?');
  await ada.button('Log out').click();
  await ada.page.waitForURL('/');

  await ada.control('Login').click();
  await ada.button('Continue with Campus').click();
  await ada.page.getByRole('link', { name: 'What do herons eat?' }).click();
  await ada.page.getByText('begins with “What do herons eat”').waitFor();
  assert.equal(await foyer.remaining(code), 1);
});

test('on the register page everything waits for the code, and a typed code goes to the provider', async () => {
  const { code } = await foyer.makeCode('registration', { uses: 1 });
  const ben = await browser.visitor(foyer);
  await ben.open('/register');
  assert.equal(await ben.button('Continue with Campus').isDisabled(), true);
  await ben.field('Registration code').fill(code);
  await ben.button('Continue with Campus').click();
  await ben.logInAtProvider(issuer.add().name, foyer.url);
  await ben.composer.waitFor();
  assert.equal(await foyer.remaining(code), 0);
});

test('a person who logs in by a provider without an account needs a code, and is then sent there again', async () => {
  const { code } = await foyer.makeCode('registration', { uses: 1 });
  const eve = await browser.visitor(foyer, { mayBeRefused: true });
  await eve.open('/login');
  await eve.button('Continue with Campus').click();
  await eve.logInAtProvider(issuer.add().name, foyer.url);
  await eve.heading('One more step').waitFor();
  await eve.field('Registration code').fill('never-made');
  await eve.button('Continue').click();
  await eve.alert.filter({ hasText: 'not valid' }).waitFor();
  await eve.field('Registration code').fill(code);
  await eve.button('Continue').click();
  await eve.composer.waitFor();
  assert.equal(await foyer.remaining(code), 0);
});

test('a person who stops at that step leaves nothing behind, and can join another way', async () => {
  const eve = await browser.visitor(foyer, { mayBeRefused: true });
  await eve.open('/login');
  await eve.button('Continue with Campus').click();
  await eve.logInAtProvider(issuer.add().name, foyer.url);
  await eve.heading('One more step').waitFor();
  await eve.control('Back to Login').click();
  await eve.heading('Login').waitFor();
  await eve.page.reload();
  await eve.heading('Login').waitFor();
  assert.equal(eve.address(), '/login');
});

test('a refusal at the provider is shown once, and leaves the address', async () => {
  const eve = await browser.visitor(foyer);
  await eve.open('/login');
  await eve.button('Continue with Campus').click();
  await eve.page.getByRole('link', { name: /Cancel|Abort/ }).click();
  await eve.heading('Login').waitFor();
  await eve.alert.filter({ hasText: 'Campus' }).waitFor();
  assert.equal(eve.address(), '/login');
  await eve.page.reload();
  await eve.heading('Login').waitFor();
  assert.equal(await eve.alert.count(), 0);
});

test('a person who cancels at the provider finds the code on the register page again, and it is stored nowhere else', async () => {
  const { code, link } = await foyer.makeCode('registration');
  const eve = await browser.visitor(foyer);
  await eve.page.goto(link);
  await eve.heading('Register').waitFor();
  await eve.button('Continue with Campus').click();
  await eve.page.getByRole('link', { name: /Cancel|Abort/ }).click();
  await eve.heading('Register').waitFor();
  await eve.alert.filter({ hasText: 'Campus' }).waitFor();
  assert.equal(await eve.field('Registration code').inputValue(), code);
  assert.equal(eve.address(), '/register');
  const kept = await eve.page.evaluate('JSON.stringify(sessionStorage) + JSON.stringify(localStorage)');
  assert.ok(!String(kept).includes(code));
});

test('with registration closed, a new person is told so, and cannot enter', async () => {
  const closed = await startWithIssuer({ REGISTRATION: 'disabled' });
  const eve = await browser.visitor(closed.foyer);
  await eve.open('/login');
  await eve.button('Continue with Campus').click();
  await eve.logInAtProvider(closed.issuer.add().name, closed.foyer.url);
  await eve.heading('Registration is closed').waitFor();
  await eve.open('/chat');
  await eve.heading('Login').waitFor();
});

test('a refusal in the address is shown only when it is a known one', async () => {
  const eve = await browser.visitor(foyer);
  for (const query of ['?refusal=<b>hello</b>&provider=oidc-1', '?refusal=toString', '?refusal=']) {
    await eve.open(`/login${query}`);
    assert.equal(await eve.alert.count(), 0, query);
  }
});
