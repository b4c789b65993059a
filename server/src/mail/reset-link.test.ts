import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEveryDatabase } from '../../../testing/database/database.ts';
import { newEmail, startApp } from '../../../testing/server/app.ts';
import { makeResetLink } from './reset-link.ts';

const otherPassword = 'an otter under the bridge';
const hourMs = 60 * 60 * 1000;

onEveryDatabase(({ place }) => {
  async function start() {
    const app = await startApp((await place()).url, { REGISTRATION_CODES: 'not-required' });
    const email = newEmail();
    const browser = app.visitor();
    await browser.register(email);
    const handOver = async () => {
      const made = await makeResetLink(
        { db: app.db, publicUrl: app.origin },
        email.toUpperCase(),
        Date.now(),
      );
      return made?.link.split('#token=')[1] ?? '';
    };
    return { app, email, browser, handOver };
  }

  test('a link from the operator sets a new password, once, and ends all sessions', async () => {
    const { app, email, browser, handOver } = await start();
    const token = await handOver();
    assert.equal((await browser.chats()).status, 200, 'a link alone ends nothing');
    assert.equal((await app.visitor().resetPassword(token, otherPassword)).status, 200);
    assert.equal((await browser.chats()).status, 401);
    assert.equal((await app.visitor().login(email)).code, 'INVALID_EMAIL_OR_PASSWORD');
    assert.equal((await app.visitor().login(email, otherPassword)).status, 200);
    assert.equal((await app.visitor().resetPassword(token, otherPassword)).code, 'LINK_INVALID');
  });

  test('it removes linked providers if the email was never confirmed', async () => {
    for (const emailVerified of [false, true]) {
      const { app, handOver } = await start();
      await app.db.updateTable('user').set({ emailVerified }).execute();
      const [login] = await app.db.selectFrom('account').selectAll().execute();
      assert.ok(login);
      const linked = { ...login, id: 'linked', providerId: 'oidc-1', accountId: 'ada', password: null };
      const at = { createdAt: new Date(0), updatedAt: new Date(0) };
      const noTimes = { accessTokenExpiresAt: null, refreshTokenExpiresAt: null };
      await app.db
        .insertInto('account')
        .values({ ...linked, ...at, ...noTimes })
        .execute();
      await app.visitor().resetPassword(await handOver(), otherPassword);
      const logins = await app.db.selectFrom('account').select('providerId').orderBy('providerId').execute();
      const expected = emailVerified ? ['credential', 'oidc-1'] : ['credential'];
      assert.deepEqual(
        logins.map(({ providerId }) => providerId),
        expected,
      );
    }
  });

  test('it expires after 24 hours, and when another one is created', async () => {
    const { app, handOver } = await start();
    const first = await handOver();
    const second = await handOver();
    assert.equal((await app.visitor().resetPassword(first, otherPassword)).code, 'LINK_INVALID');
    app.pass(24 * hourMs + 1000);
    assert.equal((await app.visitor().resetPassword(second, otherPassword)).code, 'LINK_INVALID');
  });
});
