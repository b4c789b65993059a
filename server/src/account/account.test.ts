import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { onEveryDatabase } from '../../../testing/database/database.ts';
import { goodPassword, keepChat, newAddress, newEmail, type Visitor } from '../../../testing/server/app.ts';
import { startAppWithIssuer } from '../../../testing/server/issuer.ts';
import { cleanUp } from '../cleanup/cleanup.ts';
import { deviceOf } from './device.ts';

const hourMs = 60 * 60 * 1000;
const otherPassword = 'an otter under the bridge';
const link = { path: '/api/account/logins' };

type Account = {
  email: string;
  hasPassword: boolean;
  isFresh: boolean;
  logins: { id: string; provider: string; name: string }[];
  sessions: { id: string; device: string; isCurrent: boolean; createdAt: number; lastActiveAt: number }[];
};

const accountOf = async (visitor: Visitor) => (await visitor.get('/api/account')).body as Account;

onEveryDatabase(({ place }) => {
  async function start(env: Record<string, string> = {}) {
    const house = await startAppWithIssuer((await place()).url, env);
    const email = newEmail();
    const address = newAddress();
    const member = house.app.visitor(address);
    await member.register(email, await house.app.makeCode({ kind: 'registration' }));
    return { ...house, email, address, member };
  }

  test('only a member has an account page', async () => {
    const { app } = await start();
    assert.equal((await app.visitor().get('/api/account')).code, 'NOT_SIGNED_IN');
    const { guest } = await app.guestWithChat(await app.makeCode());
    assert.equal((await guest.get('/api/account')).code, 'NOT_A_MEMBER');
    assert.equal((await guest.send('DELETE', '/api/account')).code, 'NOT_A_MEMBER');
    const linking = await guest.post(link.path, { provider: 'oidc-1' });
    assert.equal(linking.code, 'NOT_A_MEMBER');
  });

  describe('sessions', () => {
    test('are listed with device and time, and can be ended: one, and all others', async () => {
      const { app, email, member } = await start();
      const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
      const [laptop, phone, tablet] = [app.visitor(), app.visitor(), app.visitor()];
      const credentials = { email, password: goodPassword };
      await laptop.send('POST', '/api/auth/sign-in/email', credentials, { 'user-agent': agent });
      for (const other of [phone, tablet]) await other.login(email);
      const { sessions } = await accountOf(laptop);
      assert.equal(sessions.length, 4);
      const [current, ...others] = sessions.filter(({ isCurrent }) => isCurrent);
      assert.deepEqual(others, []);
      assert.equal(current?.device, 'Firefox, Linux');
      assert.ok(Math.abs((current?.createdAt ?? 0) - Date.now()) < hourMs);

      const ofPhone = (await accountOf(phone)).sessions.find(({ isCurrent }) => isCurrent)?.id ?? '';
      assert.equal((await laptop.send('DELETE', `/api/account/sessions/${ofPhone}`)).status, 204);
      assert.equal((await phone.chats()).status, 401);
      assert.equal((await tablet.chats()).status, 200);
      assert.equal((await laptop.send('DELETE', '/api/account/sessions')).status, 204);
      for (const other of [tablet, member]) assert.equal((await other.chats()).status, 401);
      assert.equal((await laptop.chats()).status, 200);
    });

    test('that have ended are not listed, and are deleted', async () => {
      const { app, email, member } = await start();
      await app.visitor().login(email);
      const [first] = await app.db.selectFrom('session').select('id').execute();
      await app.db
        .updateTable('session')
        .set({ expiresAt: new Date(0) })
        .where('id', '=', first?.id ?? '')
        .execute();
      const visitor = app.visitor();
      await visitor.login(email);
      assert.equal((await accountOf(visitor)).sessions.length, 2);
      await cleanUp(app.parts);
      assert.equal((await app.db.selectFrom('session').selectAll().execute()).length, 2);
      assert.ok(member);
    });

    test('of a browser that logs in as another user ends', async () => {
      const { app, email, member } = await start();
      const other = newEmail();
      await app.visitor().register(other, await app.makeCode({ kind: 'registration' }));
      await member.login(other);
      const elsewhere = app.visitor();
      await elsewhere.login(email);
      assert.equal((await accountOf(elsewhere)).sessions.length, 1);
    });

    test('of others cannot be ended', async () => {
      const { app, member } = await start();
      const stranger = app.visitor();
      await stranger.register(newEmail(), await app.makeCode({ kind: 'registration' }));
      const [session] = (await accountOf(member)).sessions;
      for (const id of [session?.id ?? '', 'none', '\0', "' or 1=1"]) {
        const path = encodeURIComponent(id);
        for (const kind of ['sessions', 'logins']) {
          const answer = await stranger.send('DELETE', `/api/account/${kind}/${path}`);
          assert.deepEqual([answer.status, answer.code], [404, 'NOT_FOUND'], kind);
        }
      }
      assert.equal((await member.chats()).status, 200);
    });
  });

  describe('the password', () => {
    test('is changed with the old password, and every other session ends', async () => {
      const { app, email, member } = await start();
      const elsewhere = app.visitor();
      await elsewhere.login(email);
      const change = (currentPassword: string | undefined, newPassword: string) =>
        member.post('/api/account/password', { currentPassword, newPassword });
      assert.equal((await change('not the password', otherPassword)).code, 'WRONG_PASSWORD');
      assert.equal((await change(undefined, otherPassword)).code, 'WRONG_PASSWORD');
      assert.equal((await change(goodPassword, 'short')).code, 'PASSWORD_TOO_SHORT');
      const wanted = { currentPassword: goodPassword, newPassword: otherPassword };
      const agent = {
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      };
      assert.equal((await member.send('POST', '/api/account/password', wanted, agent)).status, 204);
      assert.deepEqual(
        (await accountOf(member)).sessions.map(({ device }) => device),
        ['Firefox, Linux'],
      );
      assert.equal((await member.chats()).status, 200);
      assert.equal((await elsewhere.chats()).status, 401);
      assert.equal((await app.visitor().login(email)).code, 'INVALID_EMAIL_OR_PASSWORD');
      assert.equal((await app.visitor().login(email, otherPassword)).status, 200);
    });

    test('is set by a member who has none, after a fresh login', async () => {
      const { app, issuer } = await start({ REGISTRATION_CODES: 'not-required' });
      const { name, email } = issuer.add();
      const member = app.visitor();
      await member.goTo(issuer, name);
      assert.equal((await accountOf(member)).hasPassword, false);
      app.pass(hourMs);
      const set = () => member.post('/api/account/password', { newPassword: otherPassword });
      assert.equal((await set()).code, 'CONFIRM_IDENTITY');
      app.pass(-hourMs);
      assert.equal((await set()).status, 204);
      assert.equal((await app.visitor().login(email, otherPassword)).status, 200);
      assert.equal(await app.visitor().goTo(issuer, name), '/chat', 'the provider still works');
    });

    test('set three times at once by a member without one is set once', async () => {
      const { app, issuer } = await start({ REGISTRATION_CODES: 'not-required' });
      const { name, email } = issuer.add();
      const member = app.visitor();
      await member.goTo(issuer, name);
      const passwords = [1, 2, 3].map((n) => `${otherPassword} ${n}`);
      const answers = await Promise.all(
        passwords.map((newPassword) => member.post('/api/account/password', { newPassword })),
      );
      assert.equal(answers.filter(({ status }) => status === 204).length, 1);
      assert.ok(answers.every(({ status }) => status < 500));
      const winner = passwords[answers.findIndex(({ status }) => status === 204)];
      assert.equal((await app.visitor().login(email, winner)).status, 200);
    });

    test('guessed too often through a session cannot be tried any more', async () => {
      const { app, address, member } = await start();
      app.stopClock();
      for (let guess = 0; guess < 29; guess += 1)
        await app.parts.rateLimits.attempts.count('password', address);
      const wrong = { currentPassword: 'no', newPassword: otherPassword };
      assert.equal((await member.post('/api/account/password', wrong)).code, 'WRONG_PASSWORD');
      const right = { currentPassword: goodPassword, newPassword: otherPassword };
      assert.equal((await member.post('/api/account/password', right)).code, 'TOO_MANY_TRIES');
    });
  });

  describe('providers', () => {
    test('are linked with another email, log in, and are unlinked, but never the last one', async () => {
      const { app, issuer, member, email } = await start();
      const { name } = issuer.add();
      assert.equal(await member.goTo(issuer, name, link), '/account');
      const { logins } = await accountOf(member);
      assert.deepEqual(
        logins.map(({ provider, name }) => [provider, name]),
        [['oidc-1', 'Campus']],
      );
      const elsewhere = app.visitor();
      assert.equal(await elsewhere.goTo(issuer, name), '/chat');
      assert.equal((await accountOf(elsewhere)).email, email, 'the email of the account stays');
      const [login] = logins;
      assert.equal((await member.send('DELETE', `/api/account/logins/${login?.id}`)).status, 204);
      assert.equal(await app.visitor().goTo(issuer, name), '/one-more-step?provider=oidc-1');

      const bySocial = app.visitor();
      const other = issuer.add();
      await bySocial.goTo(issuer, other.name, {
        invitationCode: await app.makeCode({ kind: 'registration' }),
      });
      const [only] = (await accountOf(bySocial)).logins;
      const last = await bySocial.send('DELETE', `/api/account/logins/${only?.id}`);
      assert.deepEqual([last.status, last.code], [400, 'LAST_LOGIN']);
    });

    test('that are no longer set up do not count as a way to log in', async () => {
      const { app, issuer } = await start({ REGISTRATION_CODES: 'not-required' });
      const member = app.visitor();
      await member.goTo(issuer, issuer.add().name);
      const [login] = (await accountOf(member)).logins;
      const row = await app.db
        .selectFrom('account')
        .selectAll()
        .where('id', '=', login?.id ?? '')
        .executeTakeFirstOrThrow();
      const dead = { ...row, id: 'dead', providerId: 'github', createdAt: new Date(), updatedAt: new Date() };
      await app.db
        .insertInto('account')
        .values({ ...dead, accessTokenExpiresAt: null, refreshTokenExpiresAt: null })
        .execute();
      const answer = await member.send('DELETE', `/api/account/logins/${login?.id}`);
      assert.equal(answer.code, 'LAST_LOGIN');
      assert.equal((await member.send('DELETE', '/api/account/logins/dead')).status, 204);
    });

    test('are linked only while the same member is in the browser', async () => {
      const { app, issuer, member, email } = await start();
      const other = newEmail();
      await app.visitor().register(other, await app.makeCode({ kind: 'registration' }));
      const back = await issuer.letIn(await member.setOut(link), issuer.add().name);
      await member.login(other);
      assert.equal(await member.comeBack(back), '/account?refusal=NOT_SIGNED_IN&provider=oidc-1');
      for (const person of [email, other]) {
        const visitor = app.visitor();
        await visitor.login(person);
        assert.deepEqual((await accountOf(visitor)).logins, []);
      }
    });

    test('two that are unlinked at once leave one way to log in', async () => {
      const { app, issuer } = await start({ REGISTRATION_CODES: 'not-required' });
      const member = app.visitor();
      await member.goTo(issuer, issuer.add().name);
      await member.goTo(issuer, issuer.add().name, link);
      const { logins } = await accountOf(member);
      assert.equal(logins.length, 2);
      const answers = await Promise.all(
        logins.map(({ id }) => member.send('DELETE', `/api/account/logins/${id}`)),
      );
      assert.deepEqual(answers.map(({ status }) => status).sort(), [204, 400]);
    });

    test('that belong to another account, or return to another user, are not linked', async () => {
      const { app, issuer, member } = await start();
      const taken = issuer.add();
      const code = await app.makeCode({ kind: 'registration' });
      await app.visitor().goTo(issuer, taken.name, { invitationCode: code });
      assert.equal(
        await member.goTo(issuer, taken.name, link),
        '/account?refusal=PROVIDER_TAKEN&provider=oidc-1',
      );
      const back = await issuer.letIn(await member.setOut(link), issuer.add().name);
      await member.logOut();
      assert.equal(await member.comeBack(back), '/account?refusal=NOT_SIGNED_IN&provider=oidc-1');
      assert.equal((await app.db.selectFrom('account').selectAll().execute()).length, 2);
    });

    test('cannot be linked by a guest, even past our own routes', async () => {
      const { app, issuer } = await start();
      const { guest } = await app.guestWithChat(await app.makeCode());
      const cookie = [...guest.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const { headers, response } = await app.parts.auth.api.linkSocialAccount({
        body: {
          provider: 'oidc-1',
          callbackURL: '/account',
          errorCallbackURL: '/account',
          disableRedirect: true,
        },
        headers: new Headers({ cookie }),
        returnHeaders: true,
      });
      for (const line of headers.getSetCookie()) {
        const [pair = ''] = line.split(';');
        guest.cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
      }
      await guest.comeBack(await issuer.letIn(response.url ?? '', issuer.add().name));
      const logins = await app.db.selectFrom('account').select('providerId').execute();
      assert.deepEqual(
        logins.map(({ providerId }) => providerId),
        ['credential'],
      );
    });
  });

  test('new ways to log in and irreversible acts ask for the password after an old login', async () => {
    const { app, issuer, email, member } = await start();
    await member.goTo(issuer, issuer.add().name, link);
    const [login] = (await accountOf(member)).logins;
    app.pass(hourMs);
    assert.equal((await accountOf(member)).isFresh, false);
    type Act = [method: string, path: string, body: object];
    const acts = (password?: string): Act[] => [
      ['POST', '/api/account/logins', { provider: 'oidc-1', password }],
      ['DELETE', `/api/account/logins/${login?.id}`, { password }],
      ['DELETE', '/api/account', { password }],
    ];
    for (const act of acts()) assert.equal((await member.send(...act)).code, 'CONFIRM_IDENTITY', act[1]);
    assert.equal((await member.send('DELETE', '/api/account')).code, 'CONFIRM_IDENTITY');
    for (const act of acts('wrong')) assert.equal((await member.send(...act)).code, 'WRONG_PASSWORD', act[1]);
    for (const act of acts(goodPassword)) {
      const { status } = await member.send(...act);
      assert.ok(status === 200 || status === 204, act[1]);
    }
    assert.equal((await app.visitor().login(email)).code, 'INVALID_EMAIL_OR_PASSWORD');
  });

  describe('everything of a person', () => {
    test('is exported as one JSON, without passwords and tokens', async () => {
      const { app, issuer, email, member } = await start();
      const { name } = issuer.add();
      await member.goTo(issuer, name, link);
      const [user] = await app.users();
      await keepChat(app.db, user?.id ?? '', 'What do herons eat?');
      const answer = await member.get('/api/account/export');
      assert.match(answer.headers.get('content-disposition') ?? '', /attachment; filename="foyer-data.json"/);
      const told = answer.body as Record<string, never>;
      assert.equal(told.email, email);
      const { chats, logins, sessions, invitation } = told as Record<string, { [key: string]: unknown }[]>;
      assert.equal(chats?.[0]?.title, 'What do herons eat?');
      assert.deepEqual(
        chats?.map(({ messages }) => (messages as { text: string }[]).map(({ text }) => text)),
        [['What do herons eat?']],
      );
      assert.deepEqual(logins?.map(({ provider }) => provider).sort(), ['credential', 'oidc-1']);
      assert.equal(sessions?.length, 1);
      assert.ok(invitation);
      const tokens = await app.db.selectFrom('session').select('token').execute();
      const hashes = await app.db.selectFrom('account').select('password').execute();
      for (const secret of [...tokens.map((row) => row.token), ...hashes.map((row) => row.password)]) {
        if (secret) assert.ok(!JSON.stringify(told).includes(secret));
      }
    });

    test('is erased completely while the same user changes the password in another tab', async () => {
      for (let round = 0; round < 3; round += 1) {
        const { app, email, member } = await start();
        const tab = app.visitor();
        await tab.login(email);
        const change = { currentPassword: goodPassword, newPassword: otherPassword };
        const answers = await Promise.all([
          member.post('/api/account/password', change),
          tab.send('DELETE', '/api/account', { password: goodPassword }),
          app.visitor().login(email),
        ]);
        for (const { status } of answers) assert.ok(status < 500, String(status));
        assert.ok(answers.some(({ status }) => status === 204));
        const logins = (await app.db.selectFrom('account').selectAll().execute()).length;
        assert.equal(logins, (await app.users()).length);
        if (logins === 0) assert.deepEqual(await app.db.selectFrom('session').selectAll().execute(), []);
      }
    });

    test('is exported column by column: a new column is exported too, or has a reason', async () => {
      const untold: Record<string, string> = {
        'user.image': 'never set',
        'user.redemptionId': 'the redemption itself is told',
        'user.chats': 'the chats themselves are told',
        'user.characters': 'the messages themselves are told',
        'user.dataKeys': 'would help somebody to read the chats, which are told',
        'chat.sealedTitle': 'the title itself is told',
        'chat.keyId': 'names a key to us alone',
        'message.sealed': 'the text itself is told',
        'message.sealedThoughts': 'the thoughts themselves are told',
        'chat.contextTokens': 'says what the model can read',
        'chat.replyTokens': 'says what the model can write',
        'message.keyId': 'names a key to us alone',
        'session.token': 'would let somebody in',
        'session.id': 'names a session to us alone',
        'session.expiresAt': 'follows from when it was last active',
        'session.ipAddress': 'never set',
        'account.id': 'names a login to us alone',
        'account.password': 'a hash of what they know',
        'account.updatedAt': 'when the hash was written',
        'mailProof.digest': 'would help somebody in',
        'mailProof.browser': 'would help somebody in',
        'entryAttempt.digest': 'would let somebody in',
        'entryAttempt.codeId': 'the code itself is told',
        'entryAttempt.attemptedAt': 'gone ten minutes after the entry, which is told',
        'message.position': 'the order in which they are told',
        'message.characters': 'the text itself is told',
        'reply.leaseUntil': 'whether an answer is being written this second',
      };
      const { app, issuer, email } = await start();
      const { guest } = await app.guestWithChat(await app.makeCode(), 'Of herons');
      const [of] = (await app.users()).filter(({ isGuest }) => isGuest);
      const userId = of?.id ?? '';
      await guest.goTo(issuer, issuer.add().name, { path: '/api/auth/invitation-code/convert-social' });
      await app.db
        .insertInto('messageWindow')
        .values({ userId, startedAt: 86_400_123, count: 4711 })
        .execute();
      const links = {
        digest: 'x',
        purpose: 'change',
        email,
        browser: 'y',
        expiresAt: 4_000_000_000_123,
      } as const;
      await app.db
        .insertInto('mailProof')
        .values({ ...links, userId })
        .execute();
      const told = JSON.stringify((await guest.get('/api/account/export')).body);
      for (const table of [
        'user',
        'session',
        'account',
        'chat',
        'message',
        'messageWindow',
        'mailProof',
      ] as const) {
        const rows: Record<string, unknown>[] = await app.db.selectFrom(table).selectAll().execute();
        const chats = await app.db.selectFrom('chat').select('id').where('userId', '=', userId).execute();
        const mine = rows.filter(
          (row) =>
            row.userId === userId ||
            (table === 'user' && row.id === userId) ||
            chats.some(({ id }) => id === row.chatId),
        );
        assert.ok(mine.length > 0, table);
        for (const row of mine) {
          for (const [column, value] of Object.entries(row)) {
            if (untold[`${table}.${column}`] || value === null || typeof value === 'boolean') continue;
            if (['isGuest', 'emailVerified'].includes(column)) continue;
            const isTime = /At$/.test(column);
            const shown = isTime ? new Date(value as number).toISOString() : String(value);
            assert.ok(told.includes(shown), `${table}.${column}: ${shown}`);
          }
        }
      }
    });

    test('can be exported by a guest too, and by nobody else', async () => {
      const { app, member } = await start();
      const { guest } = await app.guestWithChat(await app.makeCode(), 'Of herons');
      assert.ok(JSON.stringify((await guest.get('/api/account/export')).body).includes('Of herons'));
      assert.ok(!JSON.stringify((await member.get('/api/account/export')).body).includes('Of herons'));
      assert.equal((await app.visitor().get('/api/account/export')).status, 401);
    });

    test('is erased with the account, except the redemption, which names nobody', async () => {
      const { app, issuer, email, member } = await start();
      const marker = `marker-${crypto.randomUUID()}`;
      const [user] = await app.users();
      await keepChat(app.db, user?.id ?? '', marker);
      await member.goTo(issuer, issuer.add().name, link);
      const elsewhere = app.visitor();
      await elsewhere.login(email);
      await elsewhere.setOut(link);
      assert.equal((await member.send('DELETE', '/api/account', { password: goodPassword })).status, 204);
      assert.equal(member.cookies.size, 0, 'the cookie is gone too');
      for (const visitor of [member, elsewhere]) assert.equal((await visitor.chats()).status, 401);
      const tables = (await app.db.introspection.getTables()).map(({ name }) => name as 'user');
      for (const table of tables) {
        const rows = JSON.stringify(await app.db.selectFrom(table).selectAll().execute());
        for (const trace of [marker, email, user?.id ?? '']) assert.ok(!rows.includes(trace), table);
      }
      assert.equal((await app.db.selectFrom('redemption').selectAll().execute()).length, 1);
      const again = await app.makeCode({ kind: 'registration' });
      assert.equal((await app.visitor().register(email, again)).status, 200, 'the email is free again');
    });
  });
});

test('a device is named by its browser and system', () => {
  assert.equal(deviceOf(null), '');
  assert.equal(deviceOf('curl/8.0'), '');
  const safari =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';
  assert.equal(deviceOf(safari), 'Safari, iOS');
});
