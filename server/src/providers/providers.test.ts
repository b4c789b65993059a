import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { freePort, onEveryDatabase } from '@foyer/database/testing';
import { landed, newEmail, startApp } from '../testing.ts';
import { startIssuer } from '../testing-issuer.ts';

onEveryDatabase(({ place }) => {
  /** A service with one provider, whose people have verified e-mails unless a test says otherwise. */
  async function start(env: Record<string, string> = {}, url?: string) {
    const port = await freePort();
    const issuer = await startIssuer(`http://127.0.0.1:${port}`);
    const at = url ?? (await place()).url;
    const app = await startApp(at, { PORT: String(port), ...issuer.settings, ...env });
    return { app, issuer, url: at };
  }

  /** Somebody whom the issuer knows. */
  function known({ people }: { people: Map<string, object> }, claims: object = {}) {
    const name = `person-${crypto.randomUUID()}`;
    const email = newEmail();
    people.set(name, { email, email_verified: true, name: 'A Name', picture: 'https://example.org/x', ...claims });
    return { name, email };
  }

  describe('a first-time person', () => {
    test('registers with a code, which is spent by the account, and comes back without one', async () => {
      const { app, issuer } = await start();
      const code = await app.makeCode({ kind: 'registration', allowed: 2 });
      const ada = known(issuer);
      const first = app.visitor();
      assert.equal(await first.goTo(issuer, ada.name, { invitationCode: code }), '/chat');
      assert.equal((await first.chats()).status, 200);
      assert.deepEqual(await app.usesOf(code), { remaining: 1, redemptions: 1 });
      const [user] = await app.users();
      assert.deepEqual(
        [user?.email, Boolean(user?.emailVerified), user?.name, user?.image],
        [ada.email, true, '', null],
      );

      const again = app.visitor();
      assert.equal(await again.goTo(issuer, ada.name), '/chat');
      assert.equal((await again.chats()).status, 200);
      assert.deepEqual(await app.usesOf(code), { remaining: 1, redemptions: 1 });
      assert.equal((await app.users()).length, 1);
    });

    test('is asked for a code where they brought none, and nothing is kept of them', async () => {
      const { app, issuer } = await start();
      const ada = app.visitor();
      const { name } = known(issuer);
      assert.equal(await ada.goTo(issuer, name), '/one-more-step?provider=oidc-1');
      assert.equal((await ada.chats()).status, 401);
      assert.deepEqual(await app.users(), []);
      for (const table of ['account', 'session', 'verification', 'redemption'] as const) {
        assert.deepEqual(await app.db.selectFrom(table).selectAll().execute(), [], table);
      }
      const code = await app.makeCode({ kind: 'registration' });
      assert.equal(await ada.goTo(issuer, name, { invitationCode: code }), '/chat');
    });
  });
});
