import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Person } from '@foyer/api/access';
import { until } from '../../../testing/chats/read-reply.ts';
import { freePort, onEveryDatabase } from '../../../testing/database/database.ts';
import { goodPassword, newEmail, startApp } from '../../../testing/server/app.ts';
import { startAppWithIssuer } from '../../../testing/server/issuer.ts';
import { linkIn, startMailbox, tokenIn } from '../../../testing/server/mailbox.ts';

const minuteMs = 60_000;
const otherPassword = 'an otter under the bridge';

onEveryDatabase(({ place }) => {
  async function start(env: Record<string, string> = {}) {
    const mailbox = await startMailbox();
    const app = await startApp((await place()).url, { ...mailbox.settings, ...env });
    return { app, mailbox };
  }

  /** A member who confirmed their email in the browser that registered. */
  async function memberOf({ app, mailbox }: Awaited<ReturnType<typeof start>>) {
    const email = newEmail();
    const browser = app.visitor();
    await browser.register(email, await app.makeCode({ kind: 'registration' }));
    await browser.verify(tokenIn(await mailbox.take(email)));
    return { email, browser };
  }

  describe('a registration', () => {
    test('is answered the same for a new email and for one with an account', async () => {
      const { app, mailbox } = await start();
      const { email } = await memberOf({ app, mailbox });
      app.pass(2 * minuteMs);
      const code = await app.makeCode({ kind: 'registration', allowed: 9 });
      const [known, unknown] = [app.visitor(), app.visitor()];
      const [a, b] = [await known.register(email, code), await unknown.register(newEmail(), code)];
      assert.deepEqual([a.status, a.body], [200, { user: null }]);
      assert.deepEqual([b.status, b.body], [200, { user: null }]);
      const named = ({ headers }: typeof a) =>
        headers.getSetCookie().map((cookie) => cookie.replace(/=[^;]*/, '='));
      assert.deepEqual(named(a), named(b));
      for (const visitor of [known, unknown]) assert.equal((await visitor.chats()).status, 401);
      assert.match((await mailbox.take(email)).subject ?? '', /already have an account/);
      assert.deepEqual(await app.usesOf(code), { remaining: 8, redemptions: 1 });
      assert.equal((await app.users()).length, 2);

      const again = newEmail();
      app.pass(30 * minuteMs);
      await app.visitor().register(email, code);
      await app.visitor().register(again, code);
      await mailbox.take(again);
      const toMember = mailbox.letters.filter((letter) => letter.for === email);
      assert.deepEqual(toMember, [], 'the owner is informed at most once in an hour');
    });

    test('logs in with the link in the browser that registered, and only there', async () => {
      const { app, mailbox } = await start();
      const email = newEmail();
      const browser = app.visitor();
      await browser.register(email, await app.makeCode({ kind: 'registration' }));
      const letter = await mailbox.take(email);
      assert.deepEqual(
        [letter.from?.address, letter.subject],
        ['foyer@example.org', `Confirm your email address for ${new URL(app.origin).host}`],
      );
      assert.ok(letter.html?.includes(linkIn(letter)), 'text and HTML carry the same link');
      assert.ok(linkIn(letter).startsWith(`${app.origin}/verify#token=`));

      const elsewhere = app.visitor();
      assert.equal((await elsewhere.verify(tokenIn(letter))).code, 'NOT_SIGNED_IN');
      assert.equal((await elsewhere.chats()).status, 401);
      assert.equal((await browser.verify(tokenIn(letter))).status, 200);
      assert.equal((await browser.chats()).status, 200);
      assert.equal((await browser.verify(tokenIn(letter))).code, 'LINK_INVALID', 'it is good for once');
    });

    test('is confirmed in another browser after a login there', async () => {
      const { app, mailbox } = await start();
      const email = newEmail();
      await app.visitor().register(email, await app.makeCode({ kind: 'registration' }));
      const token = tokenIn(await mailbox.take(email));
      const phone = app.visitor();
      assert.equal((await phone.login(email)).status, 200);
      const { person } = (await phone.get('/api/access')).body as { person: Person };
      const [user] = await app.users();
      const { assistant: _, terms: __, left: ___, ...account } = person;
      assert.deepEqual(account, { id: user?.id, isGuest: false, email, mustVerify: true, conversion: null });
      assert.equal((await phone.verify(token)).status, 200);
      assert.equal((await phone.chats()).status, 200);
    });

    test('that is not confirmed cannot chat, on any route', async () => {
      const { app, mailbox } = await start();
      const email = newEmail();
      await app.visitor().register(email, await app.makeCode({ kind: 'registration' }));
      await mailbox.take(email);
      const member = app.visitor();
      await member.login(email);
      const chat = crypto.randomUUID();
      const tries = [
        await member.chats(),
        await member.get(`/api/chats/${chat}`),
        await member.post(`/api/chats/${chat}/messages`, { id: crypto.randomUUID(), text: 'Hello' }),
        await member.post(`/api/chats/${chat}/retry`),
        await member.send('DELETE', `/api/chats/${chat}`),
      ];
      for (const { status, code } of tries) assert.deepEqual([status, code], [403, 'EMAIL_NOT_VERIFIED']);
      assert.equal((await member.get('/api/account')).status, 200, 'the account itself is theirs');
    });
  });

  test('registering, logging in and resetting a password take the same time for known and unknown emails', async () => {
    const { app, mailbox } = await start();
    const { email } = await memberOf({ app, mailbox });
    const code = await app.makeCode({ kind: 'registration', allowed: 1000 });
    const acts = {
      registering: (to: string) => app.visitor().register(to, code),
      'logging in': (to: string) => app.visitor().login(to, 'not the password'),
      'asking for a password': (to: string) =>
        app.visitor().post('/api/auth/request-password-reset', { email: to }),
    };
    // The fastest of each kind, measured in turns: other load only adds time.
    const quickest = async (act: () => Promise<unknown>, before: number) => {
      const began = performance.now();
      await act();
      return Math.min(before, performance.now() - began);
    };
    for (const [name, act] of Object.entries(acts)) {
      let known = Number.POSITIVE_INFINITY;
      let unknown = Number.POSITIVE_INFINITY;
      for (let round = 0; round < 15; round += 1) {
        known = await quickest(() => act(email), known);
        unknown = await quickest(() => act(newEmail()), unknown);
      }
      const ratio = known / unknown;
      assert.ok(ratio > 0.5 && ratio < 2, `${name}: known takes ${ratio.toFixed(2)} of unknown`);
    }
  });

  describe('Resend', () => {
    test('sends again after 60 seconds, the same for every email', async () => {
      const { app, mailbox } = await start();
      app.stopClock();
      const email = newEmail();
      const browser = app.visitor();
      await browser.register(email, await app.makeCode({ kind: 'registration' }));
      await mailbox.take(email);
      const again = (to: string) => browser.post('/api/auth/send-verification-email', { email: to });
      const early = await again(email);
      assert.deepEqual([early.status, early.code], [429, 'TOO_MANY_TRIES']);
      assert.equal(early.headers.get('retry-after'), '60');
      app.pass(minuteMs);
      const nobody = newEmail();
      for (const to of [email, nobody]) {
        const answer = await again(to);
        assert.deepEqual([answer.status, answer.body], [200, {}]);
        assert.equal((await again(to)).status, 429);
      }
      assert.equal((await browser.verify(tokenIn(await mailbox.take(email)))).status, 200);
      assert.ok(mailbox.letters.every((letter) => letter.for !== nobody));
    });

    test('cannot fill a mailbox with accounts that are created and deleted again', async () => {
      const { app, mailbox } = await start({ REGISTRATION_CODES: 'not-required' });
      app.stopClock();
      const victim = newEmail();
      for (let round = 0; round < 4; round += 1) {
        const attacker = app.visitor();
        await attacker.register(victim);
        await attacker.login(victim);
        assert.equal((await attacker.send('DELETE', '/api/account', { password: goodPassword })).status, 204);
      }
      const last = newEmail();
      await app.visitor().register(last);
      await mailbox.take(last);
      assert.ok(mailbox.letters.filter((letter) => letter.for === victim).length <= 1);
    });

    test('and a change of the email are counted by address: thirty at once', async () => {
      const { app, mailbox } = await start();
      const { browser } = await memberOf({ app, mailbox });
      app.stopClock();
      const answers = [];
      for (let letter = 0; letter < 31; letter += 1) {
        answers.push((await browser.post('/api/account/email', { email: newEmail() })).status);
      }
      assert.deepEqual([answers.filter((status) => status === 202).length, answers.at(-1)], [30, 429]);
    });

    test('and all other emails can be requested thirty times at once from an address, not more', async () => {
      const { app } = await start();
      app.stopClock();
      const visitor = app.visitor('192.0.2.9');
      for (let letter = 0; letter < 30; letter += 1) {
        const answer = await visitor.post('/api/auth/request-password-reset', { email: newEmail() });
        assert.equal(answer.status, 200);
      }
      const answer = await visitor.post('/api/auth/request-password-reset', { email: newEmail() });
      assert.equal(answer.code, 'TOO_MANY_TRIES');
    });
  });

  describe('a new password', () => {
    test('is set with the link, once, and ends all earlier sessions', async () => {
      const { app, mailbox } = await start();
      const { email, browser } = await memberOf({ app, mailbox });
      const owner = app.visitor();
      const asked = await owner.post('/api/auth/request-password-reset', { email: email.toUpperCase() });
      assert.deepEqual([asked.status, asked.body], [200, {}]);
      const letter = await mailbox.take(email);
      assert.ok(linkIn(letter).startsWith(`${app.origin}/reset-password#token=`));
      const token = tokenIn(letter);
      assert.equal((await owner.resetPassword(token, 'short')).code, 'PASSWORD_TOO_SHORT');
      assert.equal((await owner.resetPassword(token, 'Password1')).code, 'PASSWORD_TOO_COMMON');
      assert.equal((await owner.resetPassword(token, otherPassword)).status, 200);
      assert.equal((await owner.chats()).status, 200);
      assert.equal((await browser.chats()).status, 401);
      assert.equal((await app.visitor().resetPassword(token, otherPassword)).code, 'LINK_INVALID');
      assert.equal((await app.visitor().login(email)).code, 'INVALID_EMAIL_OR_PASSWORD');
      assert.equal((await app.visitor().login(email, otherPassword)).status, 200);
    });

    test('is offered the same to every email, and sent only to members', async () => {
      const { app, mailbox } = await start();
      const { email } = await memberOf({ app, mailbox });
      const { guest } = await app.guestWithChat(await app.makeCode());
      const [{ email: ofGuest = '' } = {}] = (await app.users()).filter(({ isGuest }) => isGuest);
      const answers = [];
      for (const to of [newEmail(), ofGuest, 'no address', email]) {
        answers.push(await guest.post('/api/auth/request-password-reset', { email: to }));
      }
      for (const { status, body } of answers) assert.deepEqual([status, body], [200, {}]);
      assert.match((await mailbox.take(email)).subject ?? '', /new password/);
      assert.deepEqual(mailbox.letters, []);
    });

    test('cannot be set after an hour', async () => {
      const { app, mailbox } = await start();
      const { email } = await memberOf({ app, mailbox });
      await app.visitor().post('/api/auth/request-password-reset', { email });
      const token = tokenIn(await mailbox.take(email));
      app.pass(61 * minuteMs);
      assert.equal((await app.visitor().resetPassword(token, otherPassword)).code, 'LINK_INVALID');
    });

    test('leaves a guest who sets it a guest, until they decide about their chats', async () => {
      const { app, mailbox } = await start();
      const { email } = await memberOf({ app, mailbox });
      const { guest, chat } = await app.guestWithChat(await app.makeCode());
      await guest.post('/api/auth/request-password-reset', { email });
      const answer = await guest.resetPassword(tokenIn(await mailbox.take(email)), otherPassword);
      assert.deepEqual([answer.status, answer.body], [200, { user: null }]);
      assert.equal((await guest.get(`/api/chats/${chat}`)).status, 200);
      assert.equal((await guest.login(email, otherPassword, 'move')).status, 200);
      assert.equal((await guest.get(`/api/chats/${chat}`)).status, 200);
    });

    test('and a confirmed and a changed email, all at once for one user, each have a valid result', async () => {
      const { app, mailbox } = await start();
      const { email, browser } = await memberOf({ app, mailbox });
      const next = newEmail();
      await browser.post('/api/account/email', { email: next });
      await app.visitor().post('/api/auth/request-password-reset', { email });
      const tokens = [tokenIn(await mailbox.take(next)), tokenIn(await mailbox.take(email))];
      app.pass(2 * minuteMs);
      await app.visitor().post('/api/auth/request-password-reset', { email });
      tokens.push(tokenIn(await mailbox.take(email)));
      const [change = '', ...resets] = tokens;
      const answers = await Promise.all([
        browser.verify(change),
        ...resets.map((token) => app.visitor().resetPassword(token, otherPassword)),
      ]);
      for (const { status } of answers) assert.ok(status < 500, String(status));
      assert.ok(answers.some(({ status }) => status === 200));
    });

    test('that two set at once is set by one of them', async () => {
      const { app, mailbox } = await start();
      const { email } = await memberOf({ app, mailbox });
      await app.visitor().post('/api/auth/request-password-reset', { email });
      const token = tokenIn(await mailbox.take(email));
      const answers = await Promise.all(
        [1, 2, 3, 4].map((n) => app.visitor().resetPassword(token, `${otherPassword} ${n}`)),
      );
      assert.equal(answers.filter(({ status }) => status === 200).length, 1);
      const sessions = await app.db.selectFrom('session').selectAll().execute();
      assert.equal(sessions.length, 1);
    });
  });

  describe('a changed email', () => {
    test('counts when the new one is confirmed, and the old address is informed', async () => {
      const { app, mailbox } = await start();
      const { email, browser } = await memberOf({ app, mailbox });
      const next = newEmail();
      assert.equal((await browser.post('/api/account/email', { email: next.toUpperCase() })).status, 202);
      const letter = await mailbox.take(next);
      assert.equal((await app.visitor().login(email)).status, 200, 'the old one is valid until then');
      assert.equal((await app.visitor().verify(tokenIn(letter))).code, 'NOT_SIGNED_IN');
      const other = await memberOf({ app, mailbox });
      assert.equal((await other.browser.verify(tokenIn(letter))).code, 'ALREADY_SIGNED_IN');
      assert.equal((await browser.verify(tokenIn(letter))).status, 200);
      assert.match((await mailbox.take(email)).subject ?? '', /was changed/);
      assert.equal((await app.visitor().login(email)).code, 'INVALID_EMAIL_OR_PASSWORD');
      assert.equal((await app.visitor().login(next)).status, 200);
    });

    test('that someone else has is not revealed, and cannot be taken', async () => {
      const { app, mailbox } = await start();
      const { email } = await memberOf({ app, mailbox });
      const { browser } = await memberOf({ app, mailbox });
      app.pass(2 * minuteMs);
      const taken = await browser.post('/api/account/email', { email });
      const free = newEmail();
      const open = await browser.post('/api/account/email', { email: free });
      assert.deepEqual([taken.status, taken.body], [open.status, open.body]);
      const token = tokenIn(await mailbox.take(free));
      // Someone registers with this email before the link is followed.
      await app.visitor().register(free, await app.makeCode({ kind: 'registration' }));
      const answer = await browser.verify(token);
      assert.deepEqual([answer.status, answer.code], [422, 'USER_ALREADY_EXISTS']);
    });
  });

  test('a guest who becomes a member confirms the email before they continue, and every chat is there', async () => {
    const { app, mailbox } = await start();
    const { guest, chat } = await app.guestWithChat(await app.makeCode());
    const email = newEmail();
    assert.equal((await guest.convert(email)).status, 200);
    assert.equal((await guest.get(`/api/chats/${chat}`)).code, 'EMAIL_NOT_VERIFIED');
    assert.equal((await guest.verify(tokenIn(await mailbox.take(email)))).status, 200);
    assert.equal((await guest.get(`/api/chats/${chat}`)).status, 200);
  });

  test('a member who registers with a provider confirms an email that the provider has not verified', async () => {
    const mailbox = await startMailbox();
    const env = { ...mailbox.settings, REGISTRATION_CODES: 'not-required' };
    const { app, issuer } = await startAppWithIssuer((await place()).url, env);
    const [sure, unsure] = [issuer.add(), issuer.add({ email_verified: false })];
    const [first, second] = [app.visitor(), app.visitor()];
    await first.goTo(issuer, sure.name);
    assert.equal((await first.chats()).status, 200);
    await second.goTo(issuer, unsure.name);
    assert.equal((await second.chats()).code, 'EMAIL_NOT_VERIFIED');
    assert.equal((await second.verify(tokenIn(await mailbox.take(unsure.email)))).status, 200);
    assert.equal((await second.chats()).status, 200);
    assert.deepEqual(mailbox.letters, []);
  });

  test('without mail none of this is offered, and members need not confirm', async () => {
    const app = await startApp((await place()).url);
    const member = app.visitor();
    await member.register(newEmail(), await app.makeCode({ kind: 'registration' }));
    assert.equal((await member.chats()).status, 200);
    const email = newEmail();
    for (const [path, body] of [
      ['/api/auth/send-verification-email', { email }],
      ['/api/auth/request-password-reset', { email }],
      ['/api/account/email', { email }],
    ] as const) {
      const { status, code } = await member.post(path, body);
      assert.deepEqual([status, code], [400, 'MAIL_OFF'], path);
    }
    assert.equal((await member.verify('x')).code, 'LINK_INVALID');
  });

  test('an absent mail server is logged without an address, and delays nobody', async () => {
    const app = await startApp((await place()).url, {
      SMTP_URL: `smtp://127.0.0.1:${await freePort()}`,
      MAIL_FROM: 'foyer@example.org',
    });
    const email = newEmail();
    const code = await app.makeCode({ kind: 'registration' });
    assert.equal((await app.visitor().register(email, code)).status, 200);
    await until(() => app.logged.join().includes('mail could not be sent'));
    assert.ok(!app.logged.join().includes(email));
    assert.equal((await app.visitor().login(email, goodPassword)).status, 200);
  });
});
