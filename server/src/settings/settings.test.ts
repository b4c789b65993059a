import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deriveKeys } from '@foyer/invitation-codes/seal';
import { until } from '../../../testing/chats/read-reply.ts';
import { onEveryDatabase } from '../../../testing/database/database.ts';
import { newEmail, startApp, type Visitor } from '../../../testing/server/app.ts';
import { newOperator } from '../../../testing/server/operators.ts';
import { liveNames } from '../config/live.ts';
import { readStored, resealSettings, storedForm } from '../live-settings/stored-settings.ts';

type Setting = {
  name: string;
  value: string | null;
  from: string;
  isLocked: boolean;
  problem: string | null;
};
type Listed = { version: number; settings: Setting[] };
type Access = {
  settings: { loginCodes: string; loginLinks: string; hasDefaultLoginCode: boolean; codesStopped: boolean };
  limits: { messageCharacters: number };
  brand: { name: string; accent: { light: { accent: string } } | null };
  guestAccess: string;
  language: string;
};

const base = '/api/operator/settings';

async function listOf(browser: Visitor): Promise<Listed> {
  return (await browser.get(base)).body as Listed;
}

/** Changes settings as they are now. */
async function change(browser: Visitor, changes: Record<string, string | null>, more: object = {}) {
  const { version } = await listOf(browser);
  return browser.send('PATCH', base, { version, changes, ...more });
}

async function accessOf(browser: Visitor): Promise<Access> {
  return (await browser.get('/api/access')).body as Access;
}

const find = ({ settings }: Listed, name: string) => settings.find((each) => each.name === name);

onEveryDatabase(({ open, place }) => {
  test('a changed setting is in force on every server within two seconds', async () => {
    const { url } = await place();
    const one = await startApp(url);
    const other = await startApp(url);
    const { browser } = await newOperator(one);
    const code = await one.makeCode({ allowed: 3 });
    const changes = {
      ...{ BRAND_NAME: 'The Library', BRAND_ACCENT: '#7a1f5c', LANGUAGE: 'de' },
      ...{ MESSAGE_CHARACTERS: '100', DEFAULT_LOGIN_CODE: code, SUPPORT_URL: 'mailto:help@example.org' },
    };
    const before = await accessOf(other.visitor());
    assert.deepEqual([before.brand.name, before.guestAccess], ['Foyer', 'none']);
    const changed = await change(browser, changes);
    const changedAt = Date.now();
    assert.equal(changed.status, 200);
    const here = await accessOf(one.visitor());
    assert.deepEqual([here.brand.name, here.guestAccess], ['The Library', 'open'], 'here at once');
    await until(async () => (await accessOf(other.visitor())).brand.name === 'The Library');
    assert.ok(Date.now() - changedAt < 2000);
    const there = await accessOf(other.visitor());
    assert.deepEqual(there, here);
    assert.equal(there.language, 'de');
    assert.equal(there.limits.messageCharacters, 100);
    assert.notEqual(there.brand.accent, null);
    assert.equal((await other.visitor().enterByDefault()).status, 200);

    const kept = JSON.stringify(await one.db.selectFrom('operatorSetting').selectAll().execute());
    const log = JSON.stringify(await one.db.selectFrom('audit').selectAll().execute());
    for (const text of [kept, log]) assert.ok(!text.includes(code));
    assert.match(log, /setting\.change.*BRAND_NAME/);

    const taken = Object.fromEntries(Object.keys(changes).map((name) => [name, null]));
    assert.equal((await change(browser, taken)).status, 200);
    assert.deepEqual(await accessOf(one.visitor()), before);
  });

  test('every setting is listed, without secrets, and what the environment sets is locked', async () => {
    const app = await startApp((await place()).url, {
      LOGIN_LINKS: 'confirm',
      DEFAULT_LOGIN_CODE: 'SPRING-2027',
    });
    const { browser } = await newOperator(app);
    const answer = await browser.get(base);
    const listed = answer.body as Listed;
    assert.ok(!JSON.stringify(listed).includes('SPRING-2027'));
    assert.ok(!JSON.stringify(listed).includes('a secret of the tests'));
    assert.deepEqual(
      [find(listed, 'LOGIN_LINKS')?.from, find(listed, 'LOGIN_LINKS')?.isLocked],
      ['environment', true],
    );
    assert.deepEqual(find(listed, 'GUEST_TTL')?.value, '24h');
    for (const { name, about } of (answer.body as { settings: (Setting & { about: string })[] }).settings)
      assert.match(about, /\.$/, name);
    // As when the environment got it later.
    const stored = { key: 'LOGIN_LINKS', value: 'automatic', changedAt: 1, changedBy: null };
    await app.db.insertInto('operatorSetting').values(stored).execute();
    assert.equal((await change(browser, { BRAND_NAME: 'The Library' })).status, 200);
    const { settings, brand } = await accessOf(app.visitor());
    assert.deepEqual([settings.loginLinks, brand.name], ['confirm', 'The Library']);
    assert.equal((await change(browser, { LOGIN_LINKS: 'automatic' })).code, 'SETTING_LOCKED');
    assert.equal((await change(browser, { DEFAULT_LOGIN_CODE: null })).code, 'SETTING_LOCKED');
    assert.equal((await change(browser, { PUBLIC_URL: 'https://x.example' })).code, 'INVALID_INPUT');
    assert.equal((await change(browser, { NOTHING: 'x' })).code, 'INVALID_INPUT');
  });

  test('values are checked by the readers of the environment, and nothing is half changed', async () => {
    const app = await startApp((await place()).url);
    const { browser } = await newOperator(app);
    for (const name of liveNames.filter((each) => !['BRAND_NAME', 'DEFAULT_LOGIN_CODE'].includes(each))) {
      const refused = await change(browser, { LOGIN_CODES: 'disabled', [name]: '\u0001' });
      assert.equal(refused.code, 'INVALID_INPUT', name);
      assert.match((refused.body as { message: string }).message, new RegExp(`changes\\.${name}: `));
    }
    assert.match(
      JSON.stringify((await change(browser, { SUPPORT_URL: 'javascript:alert(1)' })).body),
      /SUPPORT_URL/,
    );
    assert.equal((await accessOf(app.visitor())).settings.loginCodes, 'enabled');
    assert.deepEqual(await app.db.selectFrom('operatorSetting').selectAll().execute(), []);
  });

  test('of two who change at once the second is told', async () => {
    const app = await startApp((await place()).url);
    const { browser } = await newOperator(app);
    const { version } = await listOf(browser);
    const send = (name: string) =>
      browser.send('PATCH', base, { version, changes: { [name]: name === 'LANGUAGE' ? 'fr' : 'confirm' } });
    const answers = await Promise.all([send('LANGUAGE'), send('LOGIN_LINKS')]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
    assert.equal((await app.db.selectFrom('operatorSetting').selectAll().execute()).length, 1);
    assert.equal((await send('LANGUAGE')).code, 'CHANGED_MEANWHILE');
  });

  test('a dry run says what a change locks and leaves open, and changes nothing', async () => {
    const app = await startApp((await place()).url);
    const { browser } = await newOperator(app);
    const warned = async (changes: Record<string, string>) => {
      const { body } = await change(browser, changes, { dryRun: true });
      return (body as { warnings: { name: string; message: string }[] }).warnings.map(
        ({ message }) => message,
      );
    };
    const cases: [Record<string, string>, RegExp | null][] = [
      [{ REGISTRATION: 'disabled', LOGIN_CODES: 'disabled' }, /let nobody new in/],
      [{ REGISTRATION_CODES: 'not-required' }, /^Anybody who finds this address can create an account\.$/],
      [{ DEFAULT_LOGIN_CODE: await app.makeCode() }, /up to 600 of them/],
      [{ DEFAULT_LOGIN_CODE: 'NOT-THERE' }, /opens no guest session now/],
      [
        { DEFAULT_REGISTRATION_CODE: await app.makeCode({ kind: 'registration' }) },
        /without a code of their own/,
      ],
      [{ CODES_STOPPED: 'yes' }, /No code lets anybody in any more/],
      [{ BRAND_NAME: 'The Library' }, null],
    ];
    for (const [changes, expected] of cases) {
      const messages = await warned(changes);
      if (expected === null) assert.deepEqual(messages, []);
      else assert.match(messages.join(), expected, JSON.stringify(changes));
    }
    assert.equal((await listOf(browser)).version, 0);
  });

  test('a stored value that is not valid any more is ignored and told, and stops no start', async () => {
    const { url } = await place();
    const first = await startApp(url);
    const rows = [
      { key: 'LANGUAGE', value: 'tlh' },
      { key: 'OF_ANOTHER_VERSION', value: '1' },
      { key: 'DEFAULT_LOGIN_CODE', value: 'not sealed' },
      { key: 'BRAND_NAME', value: 'The Library' },
    ].map((row) => ({ ...row, changedAt: 1, changedBy: null }));
    await first.db.insertInto('operatorSetting').values(rows).execute();
    await first.db.insertInto('setting').values({ key: 'settingsVersion', value: '1' }).execute();
    const app = await startApp(url);
    const access = await accessOf(app.visitor());
    assert.deepEqual([access.language, access.brand.name, access.guestAccess], ['en', 'The Library', 'none']);
    const told = app.logged.filter((line) => line.includes('ignored'));
    assert.deepEqual(told.map((line) => JSON.parse(line).name).sort(), [
      'DEFAULT_LOGIN_CODE',
      'LANGUAGE',
      'OF_ANOTHER_VERSION',
    ]);
    const { browser } = await newOperator(app);
    const listed = await listOf(browser);
    assert.match(find(listed, 'LANGUAGE')?.problem ?? '', /one of en, de/);
    assert.deepEqual([find(listed, 'LANGUAGE')?.value, find(listed, 'LANGUAGE')?.from], ['en', 'default']);
    assert.match(find(listed, 'DEFAULT_LOGIN_CODE')?.problem ?? '', /cannot be opened/);
  });

  test('a new secret opens the stored codes, and no other text under their name', async () => {
    const { db } = await open();
    const [former, next] = ['the former secret of the tests', 'the next secret of the tests'].map(deriveKeys);
    assert.ok(former && next);
    const code = 'SPRING-2027';
    const row = { changedAt: 1, changedBy: null };
    const login = storedForm(former, 'DEFAULT_LOGIN_CODE', code);
    const rows = [
      { key: 'DEFAULT_LOGIN_CODE', value: login, ...row },
      { key: 'DEFAULT_REGISTRATION_CODE', value: login, ...row },
    ];
    await db.insertInto('operatorSetting').values(rows).execute();
    await resealSettings(db, { former, next });
    assert.deepEqual((await readStored(db, next)).values, { DEFAULT_LOGIN_CODE: code });
    assert.deepEqual((await readStored(db, former)).values, {});
  });

  test('while all codes are stopped nobody comes in by one, who is in stays, and afterwards all is as before', async () => {
    const app = await startApp((await place()).url);
    const { browser } = await newOperator(app);
    const login = await app.makeCode({ allowed: 2 });
    const registration = await app.makeCode({ kind: 'registration', allowed: 2 });
    const guest = app.visitor();
    await guest.enter(login);
    const before = await app.db.selectFrom('invitationCode').selectAll().orderBy('id').execute();
    assert.equal((await change(browser, { CODES_STOPPED: 'yes' })).status, 200);

    assert.equal((await app.visitor().enter(login)).code, 'CODES_STOPPED');
    assert.equal((await app.visitor().enter('NOT-THERE')).code, 'CODES_STOPPED');
    assert.equal((await app.visitor().register(newEmail(), registration)).code, 'CODES_STOPPED');
    assert.equal((await guest.chats()).status, 200);
    assert.equal((await browser.get('/api/account')).status, 200);
    assert.equal((await accessOf(app.visitor())).settings.codesStopped, true);

    assert.equal((await change(browser, { CODES_STOPPED: null })).status, 200);
    assert.deepEqual(await app.db.selectFrom('invitationCode').selectAll().orderBy('id').execute(), before);
    assert.equal((await app.visitor().enter(login)).status, 200);
    assert.equal((await app.visitor().register(newEmail(), registration)).status, 200);
  });
});
