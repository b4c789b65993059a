import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEveryDatabase } from '../database/database.ts';
import { breakTable, goodPassword, newEmail, startApp } from '../server/app.ts';

/**
 * The routes of Better Auth that can be reached. If you add one, say why nobody can get in by it uninvited. All routes
 * that create a user or a sign-in method pass the gate, as tested below and in `providers.test.ts`.
 */
const reachable = {
  '/callback/:id':
    'makes users and logins, through the gate; only for who holds the state that was begun here',
  '/invitation-code/check': 'tells what a code opens',
  '/invitation-code/convert': 'makes a login for a guest, by the rule of conversion',
  '/request-password-reset': 'ours: sends a letter to a member',
  '/reset-password': 'ours: takes the proof from a letter',
  '/send-verification-email': 'ours: sends a letter to a member',
  '/sign-in/email': 'asks for the password of a member',
  '/sign-in/invitation-code': 'makes guests, each with the use that they spend',
  '/sign-in/social': 'leads to a provider, makes nothing; takes no ID token',
  '/sign-out': 'ends sessions',
  '/sign-up/email': 'makes members, through the gate',
  '/verify-email': 'ours: takes the proof from a letter',
};

onEveryDatabase(({ kind, place }) => {
  test('of all routes of Better Auth, only the listed ones are reachable', async () => {
    const app = await startApp((await place()).url);
    const paths = Object.values(app.parts.auth.api).map(({ path }) => path ?? '');
    assert.ok(paths.length > 25, 'the list of routes is complete');
    const answering: string[] = [];
    for (const path of new Set(paths)) {
      for (const method of ['GET', 'POST']) {
        const body = method === 'POST' ? {} : undefined;
        const answer = await app.visitor().send(method, `/api/auth${path.replace(':id', 'google')}`, body);
        if (answer.status !== 404) answering.push(path);
      }
    }
    assert.deepEqual([...new Set(answering)].sort(), Object.keys(reachable));
  });

  test('a user without an admission is refused, whatever creates it', async () => {
    const app = await startApp((await place()).url);
    const { internalAdapter } = await app.parts.auth.$context;
    const person = { email: newEmail(), name: '', emailVerified: true };
    const made = () => internalAdapter.createUser(person, { method: 'email-password' });
    await assert.rejects(made, {
      body: { code: 'INVITATION_CODE_REQUIRED', message: 'An invitation code is required' },
    });
    assert.deepEqual(await app.users(), []);
  });

  test('a client cannot give itself more rights with extra fields', async () => {
    const app = await startApp((await place()).url);
    const code = await app.makeCode({ kind: 'registration' });
    const forged = {
      isGuest: true,
      lastSeenAt: 1,
      redemptionId: 'x',
      emailVerified: true,
      id: 'mine',
      image: 'x',
    };
    const person = { email: newEmail(), password: goodPassword, invitationCode: code };
    const answer = await app.visitor().post('/api/auth/sign-up/email', { ...person, ...forged });
    assert.equal(answer.status, 200);
    const [user] = await app.users();
    assert.deepEqual(
      [Boolean(user?.isGuest), user?.lastSeenAt, Boolean(user?.emailVerified), user?.image],
      [false, null, false, null],
    );
    assert.notEqual(user?.id, 'mine');
    assert.notEqual(user?.redemptionId, 'x');
  });

  test('a guest cannot get a password', async () => {
    const app = await startApp((await place()).url);
    await app.visitor().enter(await app.makeCode());
    const [guest] = await app.users();
    const { internalAdapter } = await app.parts.auth.$context;
    const account = { userId: guest?.id ?? '', providerId: 'credential', accountId: 'x', password: 'hash' };
    await assert.rejects(() => internalAdapter.linkAccount(account), {
      body: { code: 'INVITATION_CODE_REQUIRED', message: 'An invitation code is required' },
    });
    assert.deepEqual(await app.db.selectFrom('account').selectAll().execute(), []);
  });

  test('a failure after spending a use gives it back, and leaves no incomplete account', async () => {
    const app = await startApp((await place()).url);
    const code = await app.makeCode({ kind: 'registration' });
    const login = await app.makeCode();
    const email = newEmail();
    // The session is created last.
    const restore = await breakTable(app, kind, { verb: 'insert', table: 'session' });
    assert.equal((await app.visitor().register(email, code)).status, 500);
    assert.equal((await app.visitor().enter(login)).status, 500);
    await restore();
    assert.deepEqual(await app.usesOf(login), { remaining: 1, redemptions: 0 });
    assert.deepEqual(await app.usesOf(code), { remaining: 1, redemptions: 0 });
    assert.deepEqual(await app.users(), []);
    assert.equal((await app.visitor().enter(login)).status, 200);
    assert.equal((await app.visitor().register(email, code)).status, 200);
  });
});
