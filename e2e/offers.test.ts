import assert from 'node:assert/strict';
import { startFoyer } from './foyer.ts';
import { openBrowser, test } from './testing.ts';
import type { Visitor } from './visitor.ts';

const browser = await openBrowser();

const byDefaultLogin = { DEFAULT_LOGIN_CODE: 'POSTER' };
const byDefaultRegistration = { DEFAULT_REGISTRATION_CODE: 'STAFF' };
const noLoginCodes = { LOGIN_CODES: 'disabled' };
const noRegistration = { REGISTRATION: 'disabled' };
const withoutCode = { REGISTRATION_CODES: 'not-required' };

const guest = 'button Continue as Guest';
const fold = 'button I have an invitation code';
const codeField = ['textbox Invitation code', 'button Start chatting'];
const fields = ['textbox Email', 'textbox Password', 'button Show password'];
const credentials = [...fields, 'button Login', 'button Forgot password?'];
const toRegister = 'link Register';
const form = [...fields, 'button Register', 'link Login'];
const waiting = fields.map((field) => `${field} [disabled]`);
const formWithCode = ['textbox Registration code', ...waiting, 'button Register [disabled]', 'link Login'];
const closed = ['link Login'];
const all = ['button Login', 'button Register'];
const onlyLogin = ['button Login'];

// Each row of the three tables of what the pages offer. For "any" in a table, the rows use different values.
const rows: { settings: Record<string, string>; landing: string[]; login: string[]; register: string[] }[] = [
  {
    settings: { ...byDefaultLogin },
    landing: [guest, fold, ...all],
    login: [guest, fold, ...credentials, toRegister],
    register: formWithCode,
  },
  {
    settings: { ...byDefaultLogin, ...noRegistration },
    landing: [guest, fold, ...onlyLogin],
    login: [guest, fold, ...credentials],
    register: closed,
  },
  {
    settings: { ...byDefaultRegistration },
    landing: [fold, ...all],
    login: [...codeField, ...credentials, toRegister],
    register: form,
  },
  {
    settings: { ...noRegistration, ...byDefaultRegistration },
    landing: [fold, ...onlyLogin],
    login: [...codeField, ...credentials],
    register: closed,
  },
  {
    settings: { ...noLoginCodes, ...byDefaultLogin, ...withoutCode },
    landing: all,
    login: [...credentials, toRegister],
    register: form,
  },
  {
    settings: { ...noLoginCodes, ...withoutCode, ...byDefaultRegistration },
    landing: all,
    login: [...credentials, toRegister],
    register: form,
  },
  {
    settings: { ...noLoginCodes, ...byDefaultLogin, ...noRegistration, ...withoutCode },
    landing: onlyLogin,
    login: credentials,
    register: closed,
  },
  {
    settings: { ...noLoginCodes, ...noRegistration, ...withoutCode, ...byDefaultRegistration },
    landing: onlyLogin,
    login: credentials,
    register: closed,
  },
];

for (const { settings, ...pages } of rows) {
  test(`the pages offer what is allowed with ${nameOf(settings)}`, async () => {
    const foyer = await startFoyer(settings);
    if (settings.DEFAULT_LOGIN_CODE) await foyer.makeCode('login', { code: 'POSTER' });
    const visitor = await browser.visitor(foyer);
    await visitor.open('/');
    assert.deepEqual(await offersOn(visitor), pages.landing, 'on the landing page');
    await visitor.open('/login');
    assert.deepEqual(await offersOn(visitor), pages.login, 'on the login page');
    await visitor.open('/register');
    assert.deepEqual(await offersOn(visitor), pages.register, 'on the register page');
    const heading = pages.register === closed ? 'Registration is closed' : 'Register';
    assert.equal(await visitor.heading(/./).innerText(), heading);
  });
}

test('the hidden parts open: the code field, the account fields, the help for a forgotten password', async () => {
  const foyer = await startFoyer(byDefaultLogin);
  await foyer.makeCode('login', { code: 'POSTER' });
  const visitor = await browser.visitor(foyer, { mayBeRefused: true });
  await visitor.open('/register');
  await visitor.field('Registration code').fill('ANY');
  assert.deepEqual(await offersOn(visitor), ['textbox Registration code', ...form]);

  await visitor.open('/login');
  await visitor.button('Forgot password?').click();
  await visitor.page.getByText('Ask the people who run this site for help').waitFor();
  await visitor.button('I have an invitation code').click();
  assert.deepEqual(await offersOn(visitor), [guest, fold, ...codeField, ...credentials, toRegister]);
  await visitor.enterWith('poster');
  await visitor.composer.waitFor();
});

/** Every control on the page, by role and name, in reading order. */
async function offersOn({ page }: Visitor): Promise<string[]> {
  const read = await page.getByRole('main').ariaSnapshot();
  return Array.from(read.matchAll(/- (button|link|textbox) "(.+?)"( \[disabled\])?/g), (match) =>
    [match[1], ' ', match[2], match[3]].join(''),
  );
}

function nameOf(settings: Record<string, string>): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
}
