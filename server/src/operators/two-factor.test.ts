import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import { onEveryDatabase } from '../../../testing/database/database.ts';
import { goodPassword, startApp, type TestApp, type Visitor } from '../../../testing/server/app.ts';
import { newMember, newOperator } from '../../../testing/server/operators.ts';
import { command } from '../audit/note-act.ts';
import { sessionsKey } from '../installation/former-sessions.ts';
import { removeOperator } from './operators.ts';
import { resealSecondFactors, secondFactors } from './second-factor.ts';

const base = '/api/operator';

type Begun = { uri: string; secret: string; recoveryCodes: string[] };

/** What an app shows for the secret that the person typed into it. */
function codeNow(secret: string): Promise<string> {
  return createOTP(base32.decode(secret)).totp();
}

async function withSecondFactor(app: TestApp) {
  const operator = await newOperator(app);
  const begun = await operator.browser.post(`${base}/two-factor`, { password: goodPassword });
  assert.equal(begun.status, 200);
  const { uri, secret, recoveryCodes } = begun.body as Begun;
  const code = () => codeNow(secret);
  const confirmed = await operator.browser.post(`${base}/two-factor/confirm`, { code: await code() });
  assert.equal(confirmed.status, 204);
  return { ...operator, uri, secret, recoveryCodes, code };
}

function logIn(browser: Visitor, email: string, code?: string, more: object = {}) {
  return browser.post('/api/auth/sign-in/email', { email, password: goodPassword, code, ...more });
}

onEveryDatabase(({ place }) => {
  test('an operator with a second factor gives it at the login, and a recovery code works once', async () => {
    const app = await startApp((await place()).url);
    const { id, email, uri, recoveryCodes, code } = await withSecondFactor(app);
    assert.match(uri, /^otpauth:\/\/totp\/127\.0\.0\.1/);
    assert.equal(recoveryCodes.length, 10);
    const browser = app.visitor();
    assert.equal((await logIn(browser, email)).code, 'SECOND_FACTOR_REQUIRED');
    assert.equal((await logIn(browser, email, '000000')).code, 'SECOND_FACTOR_WRONG');
    assert.equal(browser.cookies.size, 0, 'no session has begun');
    const wrong = { email, password: 'not the password', code: await code() };
    assert.equal((await browser.post('/api/auth/sign-in/email', wrong)).code, 'INVALID_EMAIL_OR_PASSWORD');
    assert.equal((await logIn(browser, email, ` ${await code()} `)).status, 200);
    const { body } = await browser.get(`${base}/me`);
    assert.equal((body as { twoFactor: boolean }).twoFactor, true);

    const [recovery = '', ...others] = recoveryCodes;
    assert.equal((await logIn(app.visitor(), email, recovery)).status, 200);
    assert.equal((await logIn(app.visitor(), email, recovery)).code, 'SECOND_FACTOR_WRONG');
    const { auth, rateLimits } = app.parts;
    const factors = secondFactors({ db: app.db, auth: () => auth, tries: rateLimits.secondFactorTries });
    for (const each of others) {
      await rateLimits.secondFactorTries.forget(id);
      const proofs = await Promise.all([1, 2, 3, 4].map(() => factors.prove(id, each)));
      assert.equal(proofs.filter((proof) => proof === 'right').length, 1, 'used at once, it works once');
    }
    const kept = JSON.stringify(await app.db.selectFrom('twoFactor').selectAll().execute());
    for (const text of recoveryCodes) assert.ok(!kept.includes(text));
  });

  test('a session that began without it is asked before any route of operators', async () => {
    const app = await startApp((await place()).url);
    const { id, code, browser } = await withSecondFactor(app);
    // As after a link for a new password, or a provider.
    await app.db.deleteFrom('operatorSession').execute();
    assert.equal((await browser.get(`${base}/me`)).code, 'SIGN_IN_AGAIN');
    assert.equal((await browser.send('DELETE', `${base}/two-factor`)).code, 'SIGN_IN_AGAIN');
    assert.equal((await browser.get('/api/account')).status, 200, 'as a member they are in');
    const confirm = (more: object) => browser.post(`${base}/confirm`, { password: goodPassword, ...more });
    assert.equal((await confirm({})).code, 'SECOND_FACTOR_REQUIRED');
    assert.equal((await confirm({ code: '000000' })).code, 'SECOND_FACTOR_WRONG');
    assert.equal((await confirm({ code: await code(), password: 'wrong' })).code, 'WRONG_PASSWORD');
    assert.equal((await confirm({ code: await code() })).status, 200);
    assert.equal((await browser.get(`${base}/me`)).status, 200);
    assert.equal((await browser.send('DELETE', `${base}/two-factor`)).status, 204);
    const acts = await app.db.selectFrom('audit').select('act').where('byId', '=', id).execute();
    assert.deepEqual(acts.map(({ act }) => act).sort(), [
      'operator.second-factor-off',
      'operator.second-factor-on',
    ]);
  });

  test('tries at it are limited by person, whatever addresses they come from', async () => {
    const app = await startApp((await place()).url);
    const { email, code } = await withSecondFactor(app);
    app.stopClock();
    const tries = await Promise.all([1, 2, 3, 4, 5, 6, 7].map(() => logIn(app.visitor(), email, '000000')));
    assert.equal(tries.filter(({ code }) => code === 'SECOND_FACTOR_WRONG').length, 5);
    const refused = await logIn(app.visitor(), email, await code());
    assert.equal(refused.code, 'TOO_MANY_TRIES');
    assert.ok(Number(refused.headers.get('retry-after')) > 200);
    app.pass(5 * 60_000);
    assert.equal((await logIn(app.visitor(), email, await code())).status, 200);
  });

  test('a guest’s chats stay untouched until it is given', async () => {
    const app = await startApp((await place()).url);
    const { email, code } = await withSecondFactor(app);
    const { guest, id } = await app.guestWithChat(await app.makeCode());
    assert.equal(
      (await logIn(guest, email, undefined, { guestChats: 'erase' })).code,
      'SECOND_FACTOR_REQUIRED',
    );
    assert.ok((await app.users()).some((user) => user.id === id));
    assert.equal((await logIn(guest, email, await code(), { guestChats: 'erase' })).status, 200);
    assert.ok(!(await app.users()).some((user) => user.id === id));
  });

  test('members are not asked, and who is removed as operator forgets it', async () => {
    const app = await startApp((await place()).url);
    const { email } = await newMember(app);
    assert.equal((await logIn(app.visitor(), email)).status, 200);
    const operator = await withSecondFactor(app);
    await removeOperator(app.db, operator.id, { actor: command, now: Date.now(), keepsLast: false });
    assert.equal((await logIn(app.visitor(), operator.email)).status, 200);
    assert.deepEqual(await app.db.selectFrom('twoFactor').selectAll().execute(), []);
  });

  test('what was begun is in force only after its first code, and a new secret keeps it', async () => {
    const app = await startApp((await place()).url);
    const { email, browser } = await newOperator(app);
    const confirm = (code: string) => browser.post(`${base}/two-factor/confirm`, { code });
    assert.equal((await confirm('000000')).code, 'SECOND_FACTOR_OFF');
    assert.equal((await browser.post(`${base}/two-factor`, { password: 'wrong' })).code, 'WRONG_PASSWORD');
    const { body } = await browser.post(`${base}/two-factor`, { password: goodPassword });
    const { secret, recoveryCodes } = body as Begun;
    assert.equal((await confirm(recoveryCodes[0] ?? '')).code, 'SECOND_FACTOR_WRONG', 'it shows no app');
    assert.equal((await confirm('000000')).code, 'SECOND_FACTOR_WRONG');
    assert.equal((await logIn(app.visitor(), email)).status, 200);
    assert.equal((await confirm(await codeNow(secret))).status, 204);
    assert.equal((await logIn(app.visitor(), email)).code, 'SECOND_FACTOR_REQUIRED');
    assert.equal(
      (await browser.post(`${base}/two-factor`, { password: goodPassword })).code,
      'SECOND_FACTOR_ON',
    );

    const keys = ['a secret of the tests, long enough', 'the next secret of the tests'].map(sessionsKey);
    const [former = '', next = ''] = keys;
    await resealSecondFactors(app.db, { former, next });
    await resealSecondFactors(app.db, { former: next, next: former });
    assert.equal((await logIn(app.visitor(), email, await codeNow(secret))).status, 200);
  });
});
