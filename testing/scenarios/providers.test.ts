import assert from 'node:assert/strict';
import { createServer, type Socket } from 'node:net';
import { describe, test } from 'node:test';
import { freePort, onEveryDatabase } from '../database/database.ts';
import { breakTable, newEmail, startApp } from '../server/app.ts';
import { startAppWithIssuer, startIssuer, startIssuerAt } from '../server/issuer.ts';

const social = '/api/auth/sign-in/social';
const askedForCode = '/one-more-step?provider=oidc-1';
const told = (refusal: string) => `/login?refusal=${refusal}&provider=oidc-1`;

onEveryDatabase(({ kind, place }) => {
  const start = async (env: Record<string, string> = {}) => startAppWithIssuer((await place()).url, env);

  describe('a first-time person', () => {
    test('registers with a code, which is spent for the account, and comes back without one', async () => {
      const { app, issuer } = await start();
      const code = await app.makeCode({ kind: 'registration', allowed: 2 });
      const { name, email } = issuer.add();
      const ada = app.visitor();
      assert.equal(await ada.goTo(issuer, name, { invitationCode: code }), '/chat');
      assert.equal((await ada.chats()).status, 200);
      assert.deepEqual(await app.usesOf(code), { remaining: 1, redemptions: 1 });
      const [user] = await app.users();
      assert.deepEqual(
        [user?.email, Boolean(user?.emailVerified), user?.name, user?.image],
        [email, true, '', null],
      );
      const elsewhere = app.visitor();
      assert.equal(await elsewhere.goTo(issuer, name), '/chat');
      assert.equal((await elsewhere.chats()).status, 200);
      assert.equal(await app.visitor().goTo(issuer, name, { invitationCode: code }), '/chat');
      assert.deepEqual(await app.usesOf(code), { remaining: 1, redemptions: 1 });
      assert.equal((await app.users()).length, 1);
    });

    test('is asked for a code if they brought none, and nothing of them is stored', async () => {
      const { app, issuer } = await start();
      const ada = app.visitor();
      const { name } = issuer.add();
      assert.equal(await ada.goTo(issuer, name), askedForCode);
      assert.equal((await ada.chats()).status, 401);
      for (const table of ['user', 'account', 'session', 'verification', 'redemption'] as const) {
        assert.deepEqual(await app.db.selectFrom(table).selectAll().execute(), [], table);
      }
      const code = await app.makeCode({ kind: 'registration' });
      assert.equal(await ada.goTo(issuer, name, { invitationCode: code }), '/chat');
    });

    test('is told about an unusable code before they leave', async () => {
      const { app } = await start();
      const login = await app.makeCode();
      const refusalOf = async (invitationCode: string) =>
        (await app.visitor().post(social, { provider: 'oidc-1', invitationCode })).code;
      assert.equal(await refusalOf('never-made'), 'INVITATION_CODE_INVALID');
      assert.equal(await refusalOf('a\0b'), 'INVITATION_CODE_INVALID');
      assert.equal(await refusalOf(login), 'INVITATION_CODE_WRONG_KIND');
    });

    test('is told so if their code was used up meanwhile, and nothing is created', async () => {
      const { app, issuer } = await start();
      const code = await app.makeCode({ kind: 'registration' });
      const late = app.visitor();
      const back = await issuer.letIn(await late.setOut({ invitationCode: code }), issuer.add().name);
      assert.equal((await app.visitor().register(newEmail(), code)).status, 200);
      assert.equal(
        await late.comeBack(back),
        `${askedForCode.replace('?', '?refusal=INVITATION_CODE_INVALID&')}`,
      );
      assert.equal((await late.chats()).status, 401);
      assert.equal((await app.users()).length, 1);
      assert.deepEqual(await app.usesOf(code), { remaining: 0, redemptions: 1 });
    });

    test('holds no use of a code if they do not come back', async () => {
      const { app, issuer } = await start();
      const code = await app.makeCode({ kind: 'registration' });
      for (let person = 0; person < 10; person += 1) await app.visitor().setOut({ invitationCode: code });
      assert.equal(await app.visitor().goTo(issuer, issuer.add().name, { invitationCode: code }), '/chat');
    });

    test('is told that registration is closed, with a code and without, and stays out', async () => {
      const { app, issuer } = await start({ REGISTRATION: 'disabled', REGISTRATION_CODES: 'not-required' });
      const code = await app.makeCode({ kind: 'registration' });
      const ada = app.visitor();
      assert.equal(await ada.goTo(issuer, issuer.add().name), '/register?refusal=REGISTRATION_DISABLED');
      const answer = await ada.post(social, { provider: 'oidc-1', invitationCode: code });
      assert.equal(answer.code, 'REGISTRATION_DISABLED');
      assert.equal((await ada.chats()).status, 401);
      assert.deepEqual(await app.users(), []);
      assert.deepEqual(await app.usesOf(code), { remaining: 1, redemptions: 0 });
    });

    test('needs no code if none is required, and spends the default one if there is one', async () => {
      const { url } = await place();
      const { app: free, issuer } = await startAppWithIssuer(url, { REGISTRATION_CODES: 'not-required' });
      const code = await free.makeCode({ kind: 'registration' });
      assert.equal(await free.visitor().goTo(issuer, issuer.add().name), '/chat');
      assert.deepEqual(await free.usesOf(code), { remaining: 1, redemptions: 0 });
      const { app, issuer: other } = await startAppWithIssuer(url, { DEFAULT_REGISTRATION_CODE: code });
      assert.equal(await app.visitor().goTo(other, other.add().name), '/chat');
      assert.deepEqual(await app.usesOf(code), { remaining: 0, redemptions: 1 });
      const last = await app.visitor().goTo(other, other.add().name);
      assert.equal(last, '/one-more-step?refusal=INVITATION_CODE_INVALID&provider=oidc-1');
    });

    test('is one of three when eight return at once with a code of three uses', async () => {
      const { app, issuer } = await start();
      const code = await app.makeCode({ kind: 'registration', allowed: 3 });
      const people = Array.from({ length: 8 }, () => app.visitor());
      const backs = await Promise.all(
        people.map(async (person) =>
          issuer.letIn(await person.setOut({ invitationCode: code }), issuer.add().name),
        ),
      );
      const landings = await Promise.all(people.map((person, index) => person.comeBack(backs[index] ?? '')));
      assert.equal(landings.filter((landing) => landing === '/chat').length, 3);
      assert.deepEqual(await app.usesOf(code), { remaining: 0, redemptions: 3 });
      const accounts = await app.db.selectFrom('account').selectAll().execute();
      assert.deepEqual([(await app.users()).length, accounts.length], [3, 3]);
    });

    test('is let in with an unverified email if the provider has not verified it', async () => {
      const { app, issuer } = await start({ REGISTRATION_CODES: 'not-required' });
      const { name } = issuer.add({ email_verified: false });
      assert.equal(await app.visitor().goTo(issuer, name), '/chat');
      assert.equal(Boolean((await app.users())[0]?.emailVerified), false);
    });

    test('is told so if the provider sends no usable email', async () => {
      const { app, issuer } = await start({ REGISTRATION_CODES: 'not-required' });
      const land = async (email: string | undefined) => {
        const { name } = issuer.add({ email_verified: true });
        issuer.people.set(name, { email, email_verified: true });
        return app.visitor().goTo(issuer, name);
      };
      assert.equal(await land(undefined), told('PROVIDER_NO_EMAIL'));
      assert.equal(await land('somebody@guest.invalid'), told('INVALID_EMAIL'));
      assert.deepEqual(await app.users(), []);
    });
  });

  describe('an account with the same email', () => {
    for (const isVerified of [true, false]) {
      test(`is not linked to a provider by the email alone, ${isVerified ? 'verified' : 'unverified'}`, async () => {
        const { app, issuer } = await start();
        const code = await app.makeCode({ kind: 'registration', allowed: 9 });
        const { name, email } = issuer.add();
        await app.visitor().register(email, code);
        await app.db.updateTable('user').set({ emailVerified: isVerified }).execute();
        const stranger = app.visitor();
        assert.equal(
          await stranger.goTo(issuer, name),
          askedForCode,
          'without a code nobody learns about accounts',
        );
        const landing = await stranger.goTo(issuer, name, { invitationCode: code });
        assert.equal(landing, told('PROVIDER_NOT_LINKED'));
        assert.equal((await stranger.chats()).status, 401);
        assert.equal((await app.db.selectFrom('account').selectAll().execute()).length, 1);
        assert.deepEqual(await app.usesOf(code), { remaining: 8, redemptions: 1 });
      });
    }

    test('that came from a provider is not taken over with a password', async () => {
      const { app, issuer } = await start();
      const code = await app.makeCode({ kind: 'registration', allowed: 9 });
      const { name, email } = issuer.add();
      await app.visitor().goTo(issuer, name, { invitationCode: code });
      assert.equal((await app.visitor().register(email, code)).code, 'USER_ALREADY_EXISTS');
      assert.equal((await app.visitor().login(email)).code, 'INVALID_EMAIL_OR_PASSWORD');
    });
  });

  describe('on the return', () => {
    test('a refusal at the provider is reported', async () => {
      const { app, issuer } = await start();
      const ada = app.visitor();
      assert.equal(await ada.comeBack(await issuer.refuse(await ada.setOut())), told('PROVIDER_DENIED'));
    });

    test('a used callback URL does nothing again, in this browser and in others', async () => {
      const { app, issuer } = await start({ REGISTRATION_CODES: 'not-required' });
      const ada = app.visitor();
      const back = await issuer.letIn(await ada.setOut(), issuer.add().name);
      const stranger = app.visitor();
      assert.equal(await stranger.comeBack(back), told('PROVIDER_FAILED'));
      assert.equal((await stranger.chats()).status, 401);
      assert.equal(await ada.comeBack(back), '/chat');
      const cookies = new Map(ada.cookies);
      assert.equal(await ada.comeBack(back), told('PROVIDER_FAILED'));
      assert.deepEqual(ada.cookies, cookies, 'who is in stays in');
      assert.equal((await app.db.selectFrom('session').selectAll().execute()).length, 1);
    });

    test('a callback URL that is used twice at once creates at most one account', async () => {
      const { app, issuer } = await start();
      const code = await app.makeCode({ kind: 'registration', allowed: 5 });
      const ada = app.visitor();
      const back = await issuer.letIn(await ada.setOut({ invitationCode: code }), issuer.add().name);
      await Promise.all([1, 2, 3, 4].map(() => ada.comeBack(back)));
      const { length } = await app.users();
      assert.ok(length <= 1);
      assert.deepEqual(await app.usesOf(code), { remaining: 5 - length, redemptions: length });
    });

    test('a state that was not started here is refused', async () => {
      const { app, issuer } = await start({ REGISTRATION_CODES: 'not-required' });
      const [ada, mallory] = [app.visitor(), app.visitor()];
      const back = new URL(await issuer.letIn(await mallory.setOut(), issuer.add().name));
      // The attacker's login in the browser of the victim, who has started one, too.
      await ada.setOut();
      for (const state of [back.searchParams.get('state') ?? '', 'forged', '']) {
        back.searchParams.set('state', state);
        assert.equal(await ada.comeBack(back.href), told('PROVIDER_FAILED'));
      }
      assert.equal((await ada.chats()).status, 401);
      assert.deepEqual(await app.users(), []);
      for (const query of ['', '?code=x', '?error=access_denied', '?state=a&state=b', '?code[]=x']) {
        assert.equal(
          await ada.comeBack(`${app.origin}/api/auth/callback/oidc-1${query}`),
          told('PROVIDER_FAILED'),
        );
      }
    });

    test('what a client writes into its part of the state is ignored', async () => {
      const { app, issuer } = await start();
      const code = await app.makeCode({ kind: 'registration' });
      const guestCode = await app.makeCode();
      await app.visitor().enter(guestCode);
      const [guest] = await app.users();
      const ada = app.visitor();
      const forged = {
        additionalData: { serverContext: { journey: { act: 'enter', code } }, invitationCode: code },
        link: { userId: guest?.id, email: guest?.email },
      };
      assert.equal((await ada.post(social, { provider: 'oidc-1', ...forged })).code, 'INVALID_INPUT');
      // The same without our own routes: Better Auth itself keeps the two parts apart.
      const { headers, response } = await app.parts.auth.api.signInSocial({
        body: {
          provider: 'oidc-1',
          callbackURL: '/chat',
          errorCallbackURL: '/login',
          disableRedirect: true,
          additionalData: forged.additionalData,
        },
        headers: new Headers(),
        returnHeaders: true,
      });
      for (const cookie of headers.getSetCookie()) {
        const [pair = ''] = cookie.split(';');
        ada.cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
      }
      const back = await issuer.letIn(response.url ?? '', issuer.add().name);
      assert.equal(await ada.comeBack(back), askedForCode);
      assert.equal((await app.users()).length, 1);
    });

    test('a state is only valid for its provider', async () => {
      const port = String(await freePort());
      const [one, two] = [await startIssuer(`http://127.0.0.1:${port}`), await startIssuer()];
      const second = Object.entries(two.settings).map(([key, value]) => [key.replace('_1_', '_2_'), value]);
      const settings = { ...one.settings, ...Object.fromEntries(second), REGISTRATION_CODES: 'not-required' };
      const app = await startApp((await place()).url, { PORT: port, ...settings });
      const ada = app.visitor();
      const back = await one.letIn(await ada.setOut(), one.add().name);
      const elsewhere = back.replace('/callback/oidc-1', '/callback/oidc-2');
      assert.equal(await ada.comeBack(elsewhere), '/login?refusal=PROVIDER_FAILED&provider=oidc-2');
      assert.deepEqual(await app.users(), []);
    });

    test('a bug of ours is logged, though the page only says that it did not work', async () => {
      const { app, issuer } = await start({ REGISTRATION_CODES: 'not-required' });
      const restore = await breakTable(app, kind, { verb: 'insert', table: 'account' });
      assert.equal(await app.visitor().goTo(issuer, issuer.add().name), told('PROVIDER_FAILED'));
      await restore();
      assert.match(app.logged.join(), /the return from a provider/);
      assert.deepEqual(await app.users(), []);
    });

    test('a person who has become a guest meanwhile stays one, and spends nothing', async () => {
      const { app, issuer } = await start();
      const code = await app.makeCode({ kind: 'registration' });
      const ada = app.visitor();
      const back = await issuer.letIn(await ada.setOut({ invitationCode: code }), issuer.add().name);
      await ada.enter(await app.makeCode());
      assert.equal(await ada.comeBack(back), told('ALREADY_SIGNED_IN'));
      assert.deepEqual(await app.usesOf(code), { remaining: 1, redemptions: 0 });
      assert.equal((await ada.chats()).status, 200);
      assert.equal((await ada.post(social, { provider: 'oidc-1' })).code, 'ALREADY_SIGNED_IN');
    });
  });

  describe('a provider that fails', () => {
    test('delays neither the start nor other ways to log in, and works when it is back', async () => {
      const port = await freePort();
      // It accepts connections and never responds.
      const silent = createServer().listen(port, '127.0.0.1');
      const heldUp: Socket[] = [];
      const called = new Promise<void>((resolve) => {
        silent.on('connection', (socket) => resolve(void heldUp.push(socket)));
      });
      const appPort = String(await freePort());
      const issuer = { OIDC_1_NAME: 'Campus', OIDC_1_ISSUER: `http://127.0.0.1:${port}` };
      const client = { OIDC_1_CLIENT_ID: 'foyer', OIDC_1_CLIENT_SECRET: 'a secret of the client' };
      const app = await startApp((await place()).url, { PORT: appPort, ...issuer, ...client });
      const waiting = app.visitor().post(social, { provider: 'oidc-1' });
      await called;
      const code = await app.makeCode({ kind: 'registration', allowed: 2 });
      assert.equal((await app.visitor().register(newEmail(), code)).status, 200);
      silent.close();
      for (const socket of heldUp) socket.destroy();
      const answer = await waiting;
      assert.deepEqual([answer.status, answer.code], [503, 'PROVIDER_FAILED']);
      assert.ok(!app.logged.join().includes('a secret of the client'));

      await startIssuerAt(port, [app.origin]);
      assert.match(await app.visitor().setOut(), /client_id=foyer/);
    });

    test('is reported on the return, and the code keeps its use', async () => {
      const { app, issuer } = await start();
      const code = await app.makeCode({ kind: 'registration' });
      const ada = app.visitor();
      const back = await issuer.letIn(await ada.setOut({ invitationCode: code }), issuer.add().name);
      await issuer.close();
      assert.equal(await ada.comeBack(back), told('PROVIDER_FAILED'));
      assert.deepEqual(await app.usesOf(code), { remaining: 1, redemptions: 0 });
    });

    test('cannot be used when it is not set up', async () => {
      const { app } = await start();
      for (const provider of ['google', 'oidc-2', '', 'credential']) {
        assert.equal((await app.visitor().post(social, { provider })).code, 'PROVIDER_UNKNOWN');
      }
      assert.equal(
        (await app.visitor().post(social, { provider: 'oidc-1', idToken: { token: 'x' } })).status,
        400,
      );
    });
  });

  test('the database contains no provider tokens, codes or states', async () => {
    const { app, issuer } = await start();
    const code = await app.makeCode({ kind: 'registration' });
    const ada = app.visitor();
    const there = await ada.setOut({ invitationCode: code });
    const state = new URL(there).searchParams.get('state') ?? 'no state';
    const [waiting] = await app.db.selectFrom('verification').selectAll().execute();
    assert.ok(waiting && !waiting.identifier.includes(state));
    assert.ok(!JSON.stringify(waiting).includes(code));
    await ada.comeBack(await issuer.letIn(there, issuer.add().name));
    const [login] = await app.db.selectFrom('account').selectAll().execute();
    assert.deepEqual(
      [login?.providerId, login?.accessToken, login?.refreshToken, login?.idToken, login?.password],
      ['oidc-1', null, null, null, null],
    );
    assert.deepEqual(await app.db.selectFrom('verification').selectAll().execute(), []);
  });

  test('refusals that tell a guesser something count, also on the return', async () => {
    const { app, issuer } = await start();
    app.stopClock();
    const code = await app.makeCode({ kind: 'registration', allowed: 2 });
    const { name, email } = issuer.add();
    await app.visitor().register(email, code);
    const guesser = app.visitor('192.0.2.7');
    for (let guess = 0; guess < 29; guess += 1) {
      await guesser.post(social, { provider: 'oidc-1', invitationCode: 'never-made' });
    }
    const guessAccount = () => guesser.goTo(issuer, name, { invitationCode: code });
    assert.equal(await guessAccount(), told('PROVIDER_NOT_LINKED'));
    await guesser.post(social, { provider: 'oidc-1', invitationCode: 'never-made' });
    const another = { provider: 'oidc-1', invitationCode: 'never-made' };
    assert.equal((await guesser.post(social, another)).code, 'TOO_MANY_TRIES');
    assert.equal((await guesser.post(social, { provider: 'oidc-1' })).status, 200, 'nothing is guessed');
    app.pass(5000);
    const { attempts } = app.parts.rateLimits;
    assert.equal(await attempts.left('account', '192.0.2.7'), 30);
    while (await attempts.count('account', '192.0.2.7'));
    assert.equal(await guessAccount(), told('TOO_MANY_TRIES'));
  });

  test('a guest who tries which providers have accounts learns thirty at most, and can log in anyway', async () => {
    const { app, issuer } = await start();
    app.stopClock();
    const taken = issuer.add();
    const code = await app.makeCode({ kind: 'registration' });
    await app.visitor().goTo(issuer, taken.name, { invitationCode: code });
    const { guest } = await app.guestWithChat(await app.makeCode());
    const convert = { path: '/api/auth/invitation-code/convert-social' };
    const landings: string[] = [];
    for (let guess = 0; guess < 31; guess += 1) {
      landings.push(await guest.goTo(issuer, taken.name, convert).catch(() => 'not let go'));
    }
    assert.equal(landings.filter((landing) => landing.includes('ACCOUNT_EXISTS')).length, 30);
    assert.equal(landings.at(-1), '/create-account?refusal=TOO_MANY_TRIES&provider=oidc-1');
    assert.equal(await guest.goTo(issuer, taken.name, { guestChats: 'move' }), '/chat');
  });

  test('several issuers at once are kept apart', async () => {
    const port = String(await freePort());
    const [one, two] = [await startIssuer(`http://127.0.0.1:${port}`), await startIssuer()];
    const second = Object.entries(two.settings).map(([key, value]) => [key.replace('_1_', '_2_'), value]);
    const app = await startApp((await place()).url, {
      PORT: port,
      ...one.settings,
      ...Object.fromEntries(second),
      OIDC_2_NAME: 'Library',
    });
    const access = (await app.visitor().get('/api/access')).body as { providers: object };
    const names = [
      { id: 'oidc-1', name: 'Campus' },
      { id: 'oidc-2', name: 'Library' },
    ];
    assert.deepEqual(access.providers, names);
    const other = new URL(await app.visitor().setOut({ provider: 'oidc-2' }));
    assert.equal(other.origin, two.issuer);
    assert.equal(other.searchParams.get('redirect_uri'), `${app.origin}/api/auth/callback/oidc-2`);
  });
});
