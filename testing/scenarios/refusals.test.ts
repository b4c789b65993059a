import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEveryDatabase } from '../database/database.ts';
import { anyCode, newEmail, startApp } from '../server/app.ts';

const hourMs = 60 * 60 * 1000;

onEveryDatabase(({ place }) => {
  test('unknown, expired, used up, revoked and early codes get the same answer', async () => {
    const app = await startApp((await place()).url);
    const { validFrom } = anyCode();
    const revoked = await app.makeCode();
    await app.db
      .updateTable('invitationCode')
      .set({ revokedAt: Date.now() })
      .where('label', '=', revoked)
      .execute();
    const codes = [
      'never-made',
      'x'.repeat(10_000),
      'a\0b',
      '',
      '   ',
      revoked,
      await app.makeCode({ remaining: 0 }),
      await app.makeCode({ validFrom, validUntil: Date.now() - hourMs }),
      await app.makeCode({ validFrom: Date.now() + hourMs }),
    ];
    for (const code of codes) {
      const answer = await app.visitor().enter(code);
      const sent = { code: 'INVITATION_CODE_INVALID', message: 'This invitation code is not valid' };
      assert.deepEqual([answer.status, answer.body], [400, sent]);
      assert.deepEqual((await app.visitor().check(code)).body, { state: 'unusable', language: null });
      if (code.trim() !== '') {
        assert.equal((await app.visitor().register(newEmail(), code)).code, 'INVITATION_CODE_INVALID');
      }
    }
    assert.deepEqual(await app.users(), []);
  });

  test('a code of the other kind is reported as such, and keeps its uses', async () => {
    const app = await startApp((await place()).url);
    const login = await app.makeCode();
    const registration = await app.makeCode({ kind: 'registration' });
    assert.equal((await app.visitor().enter(registration)).code, 'INVITATION_CODE_WRONG_KIND');
    assert.equal((await app.visitor().register(newEmail(), login)).code, 'INVITATION_CODE_WRONG_KIND');
    assert.deepEqual((await app.visitor().check(login)).body, { state: 'login', language: null });
    assert.deepEqual((await app.visitor().check(registration)).body, {
      state: 'registration',
      language: null,
    });
    assert.deepEqual(await app.usesOf(login), { remaining: 1, redemptions: 0 });
    assert.deepEqual(await app.usesOf(registration), { remaining: 1, redemptions: 0 });
  });

  test('the default login code works without being sent, and its absence has its own refusal', async () => {
    const { url } = await place();
    const none = await startApp(url);
    assert.equal((await none.visitor().enterByDefault()).code, 'INVITATION_CODE_REQUIRED');
    const code = await none.makeCode({ allowed: 1 });

    const app = await startApp(url, { DEFAULT_LOGIN_CODE: code });
    assert.equal((await app.visitor().enterByDefault()).status, 200);
    assert.equal((await app.visitor().enterByDefault()).code, 'INVITATION_CODE_INVALID');
    const access = await app.visitor().get('/api/access');
    assert.equal((access.body as { guestAccess: string }).guestAccess, 'closed');
    assert.ok(!JSON.stringify(access.body).includes(code));

    const late = await startApp(url, { DEFAULT_LOGIN_CODE: 'not-made-yet' });
    assert.match(late.logged.join(), /the default login code does not work/);
    assert.ok(!late.logged.join().includes('not-made-yet'));
    assert.equal((await late.visitor().enterByDefault()).code, 'INVITATION_CODE_INVALID');
  });

  test('while login codes are disabled the default one is refused, and a typed one still works', async () => {
    const { url } = await place();
    const first = await startApp(url);
    const code = await first.makeCode({ allowed: 9 });
    const app = await startApp(url, { DEFAULT_LOGIN_CODE: code, LOGIN_CODES: 'disabled' });
    assert.equal((await app.visitor().enterByDefault()).code, 'LOGIN_CODES_DISABLED');
    assert.equal((await app.visitor().enter(code)).status, 200);
  });

  test('registration needs a code, and while it is disabled a code does not open it', async () => {
    const { url } = await place();
    const open = await startApp(url);
    const code = await open.makeCode({ kind: 'registration', allowed: 9 });
    assert.equal((await open.visitor().register(newEmail())).code, 'INVITATION_CODE_REQUIRED');
    assert.equal((await open.visitor().register(newEmail(), '')).code, 'INVITATION_CODE_REQUIRED');
    const closed = await startApp(url, { REGISTRATION: 'disabled', REGISTRATION_CODES: 'not-required' });
    assert.equal((await closed.visitor().register(newEmail(), code)).code, 'REGISTRATION_DISABLED');
    assert.deepEqual(await open.usesOf(code), { remaining: 9, redemptions: 0 });
  });

  test('if no code is required none is spent, and the default one is used when one is', async () => {
    const { url } = await place();
    const free = await startApp(url, { REGISTRATION_CODES: 'not-required' });
    const code = await free.makeCode({ kind: 'registration' });
    assert.equal((await free.visitor().register(newEmail(), code)).status, 200);
    assert.deepEqual(await free.usesOf(code), { remaining: 1, redemptions: 0 });
    const app = await startApp(url, { DEFAULT_REGISTRATION_CODE: code });
    assert.equal((await app.visitor().register(newEmail())).status, 200);
    assert.deepEqual(await app.usesOf(code), { remaining: 0, redemptions: 1 });
    assert.equal((await app.visitor().register(newEmail())).code, 'INVITATION_CODE_INVALID');
  });

  test('a logged-in user can neither enter nor register again, and spends nothing', async () => {
    const app = await startApp((await place()).url);
    const login = await app.makeCode({ allowed: 9 });
    const registration = await app.makeCode({ kind: 'registration', allowed: 9 });
    const guest = app.visitor();
    await guest.enter(login);
    assert.equal((await guest.enter(login)).code, 'ALREADY_SIGNED_IN');
    assert.equal((await guest.register(newEmail(), registration)).code, 'ALREADY_SIGNED_IN');
    assert.deepEqual(await app.usesOf(login), { remaining: 8, redemptions: 1 });
    assert.deepEqual(await app.usesOf(registration), { remaining: 9, redemptions: 0 });
  });

  test('an email with an account is refused, and the code keeps its use', async () => {
    const app = await startApp((await place()).url);
    const code = await app.makeCode({ kind: 'registration', allowed: 9 });
    const email = newEmail();
    const answers = await Promise.all([1, 2, 3, 4].map(() => app.visitor().register(email, code)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 422, 422, 422]);
    const taken = await app.visitor().register(email.toUpperCase(), code);
    assert.deepEqual([taken.status, taken.code], [422, 'USER_ALREADY_EXISTS']);
    assert.deepEqual(await app.usesOf(code), { remaining: 8, redemptions: 1 });
  });

  test('without a usable code nobody learns who has an account', async () => {
    const app = await startApp((await place()).url);
    const code = await app.makeCode({ kind: 'registration' });
    const email = newEmail();
    await app.visitor().register(email, code);
    assert.equal((await app.visitor().register(email, code)).code, 'INVITATION_CODE_INVALID');
    assert.equal((await app.visitor().register(email)).code, 'INVITATION_CODE_REQUIRED');
  });

  test('a failed registration can be repeated with the same email', async () => {
    const app = await startApp((await place()).url);
    const email = newEmail();
    assert.equal((await app.visitor().register(email, 'never-made')).status, 400);
    assert.equal(
      (await app.visitor().register(email, await app.makeCode({ kind: 'registration' }))).status,
      200,
    );
  });

  test('passwords must be long enough and not common, and emails must be valid', async () => {
    const app = await startApp((await place()).url);
    const code = await app.makeCode({ kind: 'registration' });
    const refusalOf = async (email: string, password?: string) =>
      (await app.visitor().register(email, code, password)).code;
    assert.equal(await refusalOf(newEmail(), 'seven77'), 'PASSWORD_TOO_SHORT');
    assert.equal(await refusalOf(newEmail(), 'Password1'), 'PASSWORD_TOO_COMMON');
    assert.equal(await refusalOf(newEmail(), 'long'.repeat(40)), 'PASSWORD_TOO_LONG');
    assert.equal(await refusalOf('nobody'), 'INVALID_EMAIL');
    assert.equal(await refusalOf('someone@guest.invalid'), 'INVALID_EMAIL');
    assert.deepEqual(await app.usesOf(code), { remaining: 1, redemptions: 0 });
  });

  test('the code is checked before email and password', async () => {
    const { url } = await place();
    const app = await startApp(url);
    const login = await app.makeCode();
    assert.equal((await app.visitor().register('nobody', login, 'short')).code, 'INVITATION_CODE_WRONG_KIND');
    assert.equal(
      (await app.visitor().register('nobody', 'never-made', 'short')).code,
      'INVITATION_CODE_INVALID',
    );
    const closed = await startApp(url, { REGISTRATION: 'disabled' });
    assert.equal((await closed.visitor().register('nobody', login, 'short')).code, 'REGISTRATION_DISABLED');
  });

  test('a guest must log out before logging in, and stays a guest until then', async () => {
    const app = await startApp((await place()).url);
    const email = newEmail();
    await app.visitor().register(email, await app.makeCode({ kind: 'registration' }));
    const guest = app.visitor();
    await guest.enter(await app.makeCode());
    assert.equal((await guest.login(email)).code, 'ALREADY_SIGNED_IN');
    assert.equal((await guest.chats()).status, 200);
    await guest.logOut();
    assert.equal((await guest.login(email)).status, 200);
  });
});
