import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { onEveryDatabase } from '../database/database.ts';
import { breakTable, goodPassword, newEmail, type TestApp, type Visitor } from '../server/app.ts';
import { type Issuer, startAppWithIssuer } from '../server/issuer.ts';

const told = (refusal: string) => `/create-account?refusal=${refusal}&provider=oidc-1`;

onEveryDatabase(({ kind, place }) => {
  const start = async () => startAppWithIssuer((await place()).url);

  /** An existing account, and how its owner logs in to it as a guest, with the result in one word. */
  const accounts = {
    'with a password': async (app: TestApp) => {
      const email = newEmail();
      const code = await app.makeCode({ kind: 'registration' });
      const owner = app.visitor();
      await owner.register(email, code);
      const join = async (guest: Visitor, chats: 'move' | 'erase') => {
        const answer = await guest.login(email, goodPassword, chats);
        return answer.status === 200 ? 'in' : (answer.code ?? String(answer.status));
      };
      return { owner, join };
    },
    'with a provider': async (app: TestApp, issuer: Issuer) => {
      const { name } = issuer.add();
      const owner = app.visitor();
      const code = await app.makeCode({ kind: 'registration' });
      await owner.goTo(issuer, name, { invitationCode: code });
      const join = async (guest: Visitor, guestChats: 'move' | 'erase') => {
        const landing = await guest.goTo(issuer, name, { guestChats });
        return landing === '/chat' ? 'in' : landing;
      };
      return { owner, join };
    },
  };

  for (const [way, make] of Object.entries(accounts)) {
    describe(`a guest who logs in to an account ${way}`, () => {
      test('takes the chats along if they want, and the guest is gone', async () => {
        const { app, issuer } = await start();
        const { owner, join } = await make(app, issuer);
        const { guest, id, chat } = await app.guestWithChat(await app.makeCode());
        const cookies = new Map(guest.cookies);
        assert.equal(await join(guest, 'move'), 'in');
        assert.equal((await guest.get(`/api/chats/${chat}`)).status, 200);
        assert.equal((await owner.get(`/api/chats/${chat}`)).status, 200);
        const [member, ...others] = await app.users();
        assert.deepEqual(others, []);
        assert.notEqual(member?.id, id);
        const former = app.visitor();
        for (const [name, value] of cookies) former.cookies.set(name, value);
        assert.equal((await former.chats()).status, 401);
        const redemptions = await app.db.selectFrom('redemption').select('convertedAt').execute();
        assert.ok(
          redemptions.every(({ convertedAt }) => convertedAt === null),
          'nobody was converted',
        );
      });

      test('leaves the chats behind, erased, if they want', async () => {
        const { app, issuer } = await start();
        const { owner, join } = await make(app, issuer);
        const { guest, chat } = await app.guestWithChat(await app.makeCode());
        assert.equal(await join(guest, 'erase'), 'in');
        assert.equal((await guest.get(`/api/chats/${chat}`)).status, 404);
        assert.equal((await owner.get(`/api/chats/${chat}`)).status, 404);
        assert.deepEqual(await app.db.selectFrom('message').selectAll().execute(), []);
        assert.equal((await app.users()).length, 1);
      });

      test('stays a guest with all chats, whatever fails', async () => {
        const { app, issuer } = await start();
        const { join } = await make(app, issuer);
        const { guest, id, chat } = await app.guestWithChat(await app.makeCode());
        const breaks = [
          { verb: 'insert', table: 'session' },
          { verb: 'delete', table: 'user', when: id },
        ] as const;
        for (const chats of ['move', 'erase'] as const) {
          for (const broken of breaks) {
            const restore = await breakTable(app, kind, broken);
            assert.notEqual(await join(guest, chats).catch(() => 'failed'), 'in');
            await restore();
            assert.equal((await guest.get(`/api/chats/${chat}`)).status, 200, broken.table);
          }
        }
        assert.equal(await join(guest, 'move'), 'in');
      });
    });
  }

  test('a guest who does not decide about the chats is asked first, and a wrong password loses nothing', async () => {
    const { app, issuer } = await start();
    const email = newEmail();
    await app.visitor().register(email, await app.makeCode({ kind: 'registration' }));
    const { guest, chat } = await app.guestWithChat(await app.makeCode());
    assert.equal((await guest.login(email)).code, 'ALREADY_SIGNED_IN');
    assert.equal(
      (await guest.post('/api/auth/sign-in/social', { provider: 'oidc-1' })).code,
      'ALREADY_SIGNED_IN',
    );
    const unknown = { email, password: goodPassword, guestChats: 'perhaps' };
    assert.equal((await guest.post('/api/auth/sign-in/email', unknown)).code, 'INVALID_INPUT');
    assert.equal((await guest.login(email, 'not the password', 'erase')).code, 'INVALID_EMAIL_OR_PASSWORD');
    const stranger = issuer.add();
    assert.equal(await guest.goTo(issuer, stranger.name, { guestChats: 'erase' }), told('NO_ACCOUNT'));
    assert.equal((await guest.get(`/api/chats/${chat}`)).status, 200);
  });

  test('a member who logs in as another user takes nothing along', async () => {
    const { app } = await start();
    const [ada, ben] = [newEmail(), newEmail()];
    const code = await app.makeCode({ kind: 'registration', allowed: 2 });
    const browser = app.visitor();
    await browser.register(ada, code);
    await app.visitor().register(ben, code);
    assert.equal((await browser.login(ben, goodPassword, 'move')).status, 200);
    assert.equal((await app.users()).length, 2);
  });
});
