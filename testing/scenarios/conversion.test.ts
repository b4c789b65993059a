import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cleanUp } from '../../server/src/cleanup/cleanup.ts';
import { onEveryDatabase } from '../database/database.ts';
import { breakTable, newEmail, startApp, type TestApp, type Visitor } from '../server/app.ts';
import { type Issuer, startAppWithIssuer } from '../server/issuer.ts';

const hourMs = 60 * 60 * 1000;
const told = (refusal: string) => `/create-account?refusal=${refusal}&provider=oidc-1`;
const asConversion = { path: '/api/auth/invitation-code/convert-social' };

onEveryDatabase(({ kind, place }) => {
  const start = async (env: Record<string, string> = {}) => startAppWithIssuer((await place()).url, env);

  /** The two ways by which a guest becomes a member, with the answer in one word. */
  const ways = {
    'by e-mail and password': async (guest: Visitor, _: Issuer, invitationCode?: string) => {
      const { status, code } = await guest.convert(newEmail(), invitationCode);
      return status === 200 ? 'member' : (code ?? String(status));
    },
    'by a provider': async (guest: Visitor, issuer: Issuer, invitationCode?: string) => {
      const { name } = issuer.add();
      const answer = await guest.post(asConversion.path, { provider: 'oidc-1', invitationCode });
      if (answer.status !== 200) return answer.code ?? String(answer.status);
      const { url } = answer.body as { url: string };
      const landing = await guest.comeBack(await issuer.letIn(url, name));
      return landing === '/chat' ? 'member' : (/refusal=(\w+)/.exec(landing)?.[1] ?? landing);
    },
  };

  for (const [way, convert] of Object.entries(ways)) {
    describe(`a guest becomes a member ${way}`, () => {
      test('as the same user: chats stay, sessions of before are dead, the redemption is marked', async () => {
        const { app, issuer } = await start();
        const code = await app.makeCode({ allowed: 2 });
        const { guest, chat } = await app.guestWithChat(code);
        const [before] = await app.users();
        const cookies = new Map(guest.cookies);
        assert.equal(await convert(guest, issuer), 'member');

        const [after, ...others] = await app.users();
        assert.deepEqual(others, []);
        assert.equal(after?.id, before?.id);
        assert.deepEqual([Boolean(after?.isGuest), after?.lastSeenAt], [false, null]);
        assert.equal((await guest.get(`/api/chats/${chat}`)).status, 200);
        // Whoever had planted or copied the session of the guest holds nothing now.
        const thief = app.visitor();
        for (const [name, value] of cookies) thief.cookies.set(name, value);
        assert.equal((await thief.chats()).status, 401);
        assert.equal((await app.db.selectFrom('session').selectAll().execute()).length, 1);
        const [redemption, ...more] = await app.db.selectFrom('redemption').selectAll().execute();
        assert.deepEqual(more, []);
        assert.ok(redemption?.convertedAt);
        assert.deepEqual(await app.usesOf(code), { remaining: 1, redemptions: 1 });

        await guest.logOut();
        assert.equal((await app.users()).length, 1, 'a member is not erased by logging out');
        app.pass(100 * hourMs);
        await cleanUp(app.parts);
        assert.equal((await app.users()).length, 1, 'nor by being idle');
      });

      test('and a retry of their entry lets nobody in as the member', async () => {
        const { app, issuer } = await start();
        const code = await app.makeCode({ allowed: 2 });
        const attempt = crypto.randomUUID().replaceAll('-', '');
        const guest = app.visitor();
        await guest.enter(code, attempt);
        assert.equal((await app.visitor().enter(code, attempt)).status, 200);
        assert.equal(await convert(guest, issuer), 'member');
        const thief = app.visitor();
        const answer = await thief.enter(code, attempt);
        const { person } = (await thief.get('/api/access')).body as { person: { isGuest: boolean } | null };
        assert.ok(person === null || person.isGuest, `${answer.status}`);
        assert.equal((await guest.chats()).status, 200);
      });

      test('with registration closed, unless conversion is off', async () => {
        const { app, issuer } = await start({ REGISTRATION: 'disabled' });
        const { guest } = await app.guestWithChat(await app.makeCode());
        assert.equal(await convert(guest, issuer), 'member');
        const { app: off, issuer: other } = await start({ GUEST_CONVERSION: 'off' });
        const { guest: stays, chat } = await off.guestWithChat(await off.makeCode());
        const code = await off.makeCode({ kind: 'registration' });
        assert.equal(await convert(stays, other, code), 'CONVERSION_OFF');
        assert.equal((await stays.get(`/api/chats/${chat}`)).status, 200);
        assert.deepEqual(await off.usesOf(code), { remaining: 1, redemptions: 0 });
      });

      test('for a registration code where one is asked for, which is spent once', async () => {
        const { app, issuer } = await start({ GUEST_CONVERSION: 'code' });
        const login = await app.makeCode({ allowed: 9 });
        const code = await app.makeCode({ kind: 'registration', allowed: 2 });
        const { guest } = await app.guestWithChat(login);
        assert.equal(await convert(guest, issuer), 'INVITATION_CODE_REQUIRED');
        assert.equal(await convert(guest, issuer, 'never-made'), 'INVITATION_CODE_INVALID');
        assert.equal(await convert(guest, issuer, login), 'INVITATION_CODE_WRONG_KIND');
        assert.equal(await convert(guest, issuer, code), 'member');
        assert.deepEqual(await app.usesOf(code), { remaining: 1, redemptions: 1 });
        const rows = await app.db.selectFrom('redemption').select(['entry', 'convertedAt']).execute();
        const byEntry = rows.map(({ entry, convertedAt }) => `${entry} ${convertedAt !== null}`).sort();
        assert.deepEqual(byEntry, ['conversion false', 'guest true']);
      });

      test('for a registration code, when they came by the default login code, however they gave it', async () => {
        const { url } = await place();
        const first = await startApp(url);
        const poster = await first.makeCode({ allowed: 9 });
        const code = await first.makeCode({ kind: 'registration', allowed: 9 });
        const { app, issuer } = await startAppWithIssuer(url, { DEFAULT_LOGIN_CODE: poster });
        const [pressed, typed] = [app.visitor(), app.visitor()];
        await pressed.enterByDefault();
        await typed.enter(poster);
        for (const guest of [pressed, typed]) {
          assert.equal(await convert(guest, issuer), 'INVITATION_CODE_REQUIRED');
          assert.equal(await convert(guest, issuer, code), 'member');
        }
        // They stay guests of the default code when another one takes its place.
        const later = await startAppWithIssuer(url, { DEFAULT_LOGIN_CODE: await first.makeCode() });
        for (const come of ['pressed', 'typed']) {
          const earlier = later.app.visitor();
          const old = app.visitor();
          await (come === 'pressed' ? old.enterByDefault() : old.enter(poster));
          for (const [name, value] of old.cookies) earlier.cookies.set(name, value);
          assert.equal(await convert(earlier, later.issuer), 'INVITATION_CODE_REQUIRED', come);
        }
        const open = await startAppWithIssuer(url, {
          DEFAULT_LOGIN_CODE: poster,
          REGISTRATION_CODES: 'not-required',
        });
        const everybody = open.app.visitor();
        await everybody.enterByDefault();
        assert.equal(await convert(everybody, open.issuer), 'member');
      });

      test('or nothing at all has happened, whatever fails', async () => {
        const { app, issuer } = await start({ GUEST_CONVERSION: 'code' });
        const login = await app.makeCode();
        const code = await app.makeCode({ kind: 'registration' });
        const { guest, chat } = await app.guestWithChat(login);
        const before = await everythingOf(app);
        const breaks = [
          { verb: 'insert', table: 'account' },
          { verb: 'insert', table: 'redemption' },
          { verb: 'delete', table: 'session' },
        ] as const;
        for (const broken of breaks) {
          const [session] = await app.db.selectFrom('session').select('id').execute();
          const mend = await breakTable(app, kind, {
            ...broken,
            ...(broken.verb === 'delete' && { when: session?.id ?? '' }),
          });
          assert.ok(
            ['500', 'PROVIDER_FAILED', 'INTERNAL_ERROR'].includes(await convert(guest, issuer, code)),
          );
          await mend();
          assert.deepEqual(await everythingOf(app), before, broken.table);
          assert.equal((await guest.get(`/api/chats/${chat}`)).status, 200);
        }
        assert.equal(await convert(guest, issuer, code), 'member');
      });

      test('once, however often they ask at once', async () => {
        const { app, issuer } = await start({ GUEST_CONVERSION: 'code' });
        const { guest, chat } = await app.guestWithChat(await app.makeCode());
        const code = await app.makeCode({ kind: 'registration', allowed: 9 });
        const tabs = Array.from({ length: 8 }, () => {
          const tab = app.visitor();
          for (const [name, value] of guest.cookies) tab.cookies.set(name, value);
          return tab;
        });
        const answers = await Promise.all(tabs.map((tab) => convert(tab, issuer, code)));
        assert.equal(answers.filter((answer) => answer === 'member').length, 1, answers.join());
        const winner = tabs[answers.indexOf('member')];
        assert.equal((await winner?.get(`/api/chats/${chat}`))?.status, 200);
        assert.deepEqual(await app.usesOf(code), { remaining: 8, redemptions: 1 });
        assert.equal((await app.users()).length, 1);
        assert.equal((await app.db.selectFrom('account').selectAll().execute()).length, 1);
      });

      test('or stays a guest with all their chats, when eight want the last three uses', async () => {
        const { app, issuer } = await start({ GUEST_CONVERSION: 'code' });
        const login = await app.makeCode({ allowed: 8 });
        const code = await app.makeCode({ kind: 'registration', allowed: 3 });
        const guests = await Promise.all(Array.from({ length: 8 }, () => app.guestWithChat(login)));
        const answers = await Promise.all(guests.map(({ guest }) => convert(guest, issuer, code)));
        assert.equal(answers.filter((answer) => answer === 'member').length, 3, answers.join());
        assert.deepEqual(await app.usesOf(code), { remaining: 0, redemptions: 3 });
        for (const { guest, chat } of guests) {
          assert.equal((await guest.get(`/api/chats/${chat}`)).status, 200);
        }
        const members = (await app.users()).filter(({ isGuest }) => !isGuest);
        assert.equal(members.length, 3);
      });

      test('or is erased, when they log out at the same moment: never half of each', async () => {
        const { app, issuer } = await start();
        const login = await app.makeCode({ allowed: 9 });
        for (let round = 0; round < 4; round += 1) {
          const { guest, id, chat } = await app.guestWithChat(login);
          const tab = app.visitor();
          for (const [name, value] of guest.cookies) tab.cookies.set(name, value);
          const [answer, left] = await Promise.all([convert(guest, issuer), tab.logOut(id)]);
          const rows = await app.db.selectFrom('chat').selectAll().where('id', '=', chat).execute();
          assert.equal(rows.length, answer === 'member' ? 1 : 0, answer);
          assert.deepEqual(
            [left.status, left.code],
            answer === 'member' ? [409, 'NOT_A_GUEST'] : [200, undefined],
          );
        }
        const users = await app.users();
        assert.ok(users.every(({ isGuest }) => !isGuest));
        assert.equal((await app.db.selectFrom('account').selectAll().execute()).length, users.length);
      });
    });
  }

  test('only a guest is converted, and only while they are there', async () => {
    const { app, issuer } = await start({ GUEST_TTL: '1h' });
    const member = app.visitor();
    await member.register(newEmail(), await app.makeCode({ kind: 'registration' }));
    const idle = app.visitor();
    await idle.enter(await app.makeCode());
    app.pass(2 * hourMs);
    for (const nobody of [app.visitor(), member, idle]) {
      assert.equal(await ways['by e-mail and password'](nobody, issuer), 'NOT_A_GUEST');
      assert.equal(await ways['by a provider'](nobody, issuer), 'NOT_A_GUEST');
    }
  });

  test('credentials are looked at as in a registration', async () => {
    const { app } = await start();
    const { guest } = await app.guestWithChat(await app.makeCode());
    assert.equal((await guest.convert('nobody')).code, 'INVALID_EMAIL');
    assert.equal((await guest.convert(newEmail(), undefined, 'short')).code, 'PASSWORD_TOO_SHORT');
    assert.equal((await guest.convert(newEmail(), undefined, 'Password1')).code, 'PASSWORD_TOO_COMMON');
    assert.equal((await guest.post('/api/auth/invitation-code/convert', { email: 1 })).code, 'INVALID_INPUT');
    const forged = { email: newEmail(), password: 'a heron by the river', userId: 'x' };
    assert.equal((await guest.post('/api/auth/invitation-code/convert', forged)).code, 'INVALID_INPUT');
    assert.equal((await guest.chats()).status, 200);
  });

  test('an e-mail or a login that has an account is told, counts as a try, and nothing is lost', async () => {
    const { app, issuer } = await start({ GUEST_CONVERSION: 'code' });
    app.stopClock();
    const code = await app.makeCode({ kind: 'registration', allowed: 9 });
    const [withPassword, withProvider] = [newEmail(), issuer.add()];
    await app.visitor().register(withPassword, code);
    await app.visitor().goTo(issuer, withProvider.name, { invitationCode: code });
    const { guest, chat } = await app.guestWithChat(await app.makeCode());
    const wanted = { ...asConversion, invitationCode: code };
    assert.equal((await guest.convert(withPassword.toUpperCase(), code)).code, 'ACCOUNT_EXISTS');
    assert.equal(await guest.goTo(issuer, withProvider.name, wanted), told('ACCOUNT_EXISTS'));
    const sameEmail = issuer.add({ email: withPassword });
    assert.equal(await guest.goTo(issuer, sameEmail.name, wanted), told('ACCOUNT_EXISTS'));
    assert.equal((await guest.get(`/api/chats/${chat}`)).status, 200);
    assert.deepEqual(await app.usesOf(code), { remaining: 7, redemptions: 2 });
    for (let guess = 0; guess < 29; guess += 1) await guest.convert(withPassword, code);
    assert.equal((await guest.convert(withPassword, code)).code, 'TOO_MANY_TRIES');
  });

  test('two guests who take one e-mail at once are one member and one guest', async () => {
    const { app } = await start();
    const login = await app.makeCode({ allowed: 9 });
    const guests = await Promise.all([1, 2, 3, 4].map(() => app.guestWithChat(login)));
    const email = newEmail();
    const answers = await Promise.all(guests.map(({ guest }) => guest.convert(email)));
    assert.deepEqual(answers.map(({ code }) => code ?? 'member').sort(), [
      'ACCOUNT_EXISTS',
      'ACCOUNT_EXISTS',
      'ACCOUNT_EXISTS',
      'member',
    ]);
    for (const { guest, chat } of guests) assert.equal((await guest.get(`/api/chats/${chat}`)).status, 200);
  });

  describe('a guest who comes back from a provider', () => {
    test('is refused when the session is not the one that went there', async () => {
      const { app, issuer } = await start();
      const login = await app.makeCode({ allowed: 9 });
      const { guest } = await app.guestWithChat(login);
      const back = await issuer.letIn(await guest.setOut(asConversion), issuer.add().name);
      await guest.logOut();
      await guest.enter(login);
      assert.equal(await guest.comeBack(back), told('NOT_A_GUEST'), 'another guest');
      const again = await issuer.letIn(await guest.setOut(asConversion), issuer.add().name);
      await guest.logOut();
      assert.equal(await guest.comeBack(again), told('NOT_A_GUEST'), 'nobody');
      assert.deepEqual(await app.users(), []);
    });

    test('and cannot be given a session is a member all the same, who signs in the next time', async () => {
      const { app, issuer } = await start();
      const { guest, chat } = await app.guestWithChat(await app.makeCode());
      const { name } = issuer.add();
      const back = await issuer.letIn(await guest.setOut(asConversion), name);
      const mend = await breakTable(app, kind, { verb: 'insert', table: 'session' });
      await guest.comeBack(back);
      await mend();
      assert.equal((await guest.chats()).status, 401);
      assert.equal(await guest.goTo(issuer, name), '/chat');
      assert.equal((await guest.get(`/api/chats/${chat}`)).status, 200);
    });
  });
});

/** What a failed conversion must leave as it was. */
async function everythingOf({ db }: TestApp) {
  return {
    users: await db.selectFrom('user').select(['id', 'email', 'isGuest', 'redemptionId']).execute(),
    accounts: await db.selectFrom('account').selectAll().execute(),
    sessions: await db.selectFrom('session').select(['id', 'token']).execute(),
    redemptions: await db.selectFrom('redemption').selectAll().execute(),
    codes: await db.selectFrom('invitationCode').select(['id', 'remaining']).orderBy('id').execute(),
  };
}
