import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { generate } from '@foyer/invitation-codes/code';
import { type Handler, Hono } from 'hono';
import { onEveryDatabase } from '../../../testing/database/database.ts';
import {
  type Answer,
  anyCode,
  goodPassword,
  newAddress,
  newEmail,
  startApp,
} from '../../../testing/server/app.ts';
import { type Attempted, attemptLimiter } from './middleware.ts';

const statuses = (answers: Answer[]) => Object.groupBy(answers, ({ status }) => status);
const times = <T>(count: number, work: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => work(index));

onEveryDatabase(({ kind, place }) => {
  test('200 people at one address enter with a valid code despite ten typos', async () => {
    const app = await startApp((await place()).url);
    const address = newAddress();
    const code = await app.makeCode({ allowed: 200 });
    const answers = await Promise.all(
      times(200, async (person) => {
        if (person % 20 === 0) await app.visitor(address).enter(`${code}x`);
        return app.visitor(address).enter(code);
      }),
    );
    assert.deepEqual(Object.keys(statuses(answers)), ['200']);
    assert.deepEqual(await app.usesOf(code), { remaining: 0, redemptions: 200 });
  });

  // The limit is one statement on both databases; the large number runs on both only with LONG_TESTS.
  const guesses = kind === 'sqlite' || process.env.LONG_TESTS ? 10_000 : 1000;
  test(`${guesses} guesses at once from one address learn about 30 codes, and the right one among them lets nobody in`, async () => {
    const app = await startApp((await place()).url);
    const address = newAddress();
    const code = await app.makeCode({ allowed: 10 });
    const answers: Answer[] = [];
    let next = 0;
    const startedAt = Date.now();
    const guess = async () => {
      while (next < guesses) {
        const number = next++;
        answers.push(
          await app
            .visitor(address)
            .enter(number % (guesses / 5) === guesses / 10 ? code : `guess-${number}`),
        );
      }
    };
    await Promise.all(times(64, guess));
    const { 400: refused = [], 429: waiting = [], 200: entered = [] } = statuses(answers);
    const returned = Math.ceil((Date.now() - startedAt) / 5000);
    assert.ok(refused.length >= 30 && refused.length <= 30 + returned, `${refused.length} were looked at`);
    assert.equal(entered.length, 0);
    assert.equal(refused.length + waiting.length, guesses);
    assert.deepEqual(await app.usesOf(code), { remaining: 10, redemptions: 0 });
  });

  test('a refused short code counts double, and the last attempt is not free', async () => {
    const app = await startApp((await place()).url);
    app.stopClock();
    const short = (number: number) => `BCD-FG${'23456789'[number % 8]}`;
    const address = newAddress();
    const answers = [];
    for (const number of times(16, (index) => index))
      answers.push(await app.visitor(address).enter(short(number)));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [...times(15, () => 400), 429],
    );
    const other = newAddress();
    for (const number of times(29, (index) => index)) await app.visitor(other).enter(`wrong-${number}`);
    assert.equal((await app.visitor(other).enter(short(0))).status, 400);
    const code = await app.makeCode({ allowed: 10 });
    assert.equal((await app.visitor(other).enter(short(1))).status, 429);
    assert.equal((await app.visitor(other).enter(code)).status, 429);
  });

  test('a person without attempts left is told how long to wait, and may try again then', async () => {
    const app = await startApp((await place()).url);
    app.stopClock();
    const address = newAddress();
    const code = await app.makeCode({ allowed: 10 });
    for (const number of times(30, (index) => index)) await app.visitor(address).enter(`wrong-${number}`);
    const waiting = await app.visitor(address).enter(code);
    assert.deepEqual([waiting.status, waiting.code], [429, 'TOO_MANY_TRIES']);
    assert.equal(waiting.headers.get('retry-after'), '5');
    assert.equal((await app.visitor().enter(code)).status, 200, 'another address does not wait');
    app.pass(5000);
    assert.equal((await app.visitor(address).enter(code)).status, 200);
    assert.equal((await app.visitor(address).enter('wrong')).code, 'INVITATION_CODE_INVALID');
    assert.equal((await app.visitor(address).enter(code)).status, 429);
  });

  test('requests whose bodies never arrive do not delay others at the same address', async () => {
    const app = await startApp((await place()).url);
    const { hostname, port } = new URL(app.origin);
    const head =
      'Host: x\r\nX-Forwarded-For: 203.0.113.9\r\nContent-Type: application/json\r\nContent-Length: 60\r\n';
    const stuck = await Promise.all(
      times(12, async () => {
        const socket = connect(Number(port), hostname);
        await once(socket, 'connect');
        socket.write(`POST /api/auth/sign-in/invitation-code HTTP/1.1\r\n${head}\r\n{`);
        return socket;
      }),
    );
    const code = await app.makeCode();
    assert.equal((await app.visitor('203.0.113.9').enter(code)).status, 200);
    for (const socket of stuck) socket.destroy();
  });

  test('an address is the same with and without a port', async () => {
    const app = await startApp((await place()).url);
    app.stopClock();
    for (const number of times(30, (index) => index))
      await app.visitor(`203.0.113.7:${5000 + number}`).enter('wrong');
    assert.equal((await app.visitor('203.0.113.7').enter('wrong')).status, 429);
    assert.equal((await app.visitor('203.0.113.8:5000').enter('wrong')).status, 400);
    for (const number of times(30, (index) => index))
      await app.visitor(`[2001:db8::7]:${5000 + number}`).enter('wrong');
    assert.equal((await app.visitor('2001:db8::7').enter('wrong')).status, 429);
  });

  test('codes, passwords and links each have their own limit, on all routes', async () => {
    const app = await startApp((await place()).url, {
      GOOGLE_CLIENT_ID: 'someone',
      GOOGLE_CLIENT_SECRET: 'something',
    });
    app.stopClock();
    const address = newAddress();
    const person = app.visitor(address);
    const { attempts } = app.parts.rateLimits;
    const social = { provider: 'google', invitationCode: 'wrong' };
    const ways = {
      code: [
        () => person.enter('wrong'),
        () => person.check('wrong'),
        () => person.register(newEmail(), 'wrong'),
        () => person.post('/api/auth/sign-in/social', social),
      ],
      password: [() => person.login('nobody@example.org', 'wrong')],
      link: [() => person.verify('wrong'), () => person.resetPassword('wrong', goodPassword)],
    };
    for (const [guessed, acts] of Object.entries(ways)) {
      const count = () => attempts.count(guessed as keyof typeof ways, address);
      for (const _ of times(30 - acts.length, () => 0)) await count();
      for (const act of acts) assert.notEqual((await act()).status, 429, `${guessed}: ${act}`);
      for (const act of acts) assert.equal((await act()).status, 429, `${guessed}: ${act}`);
    }
  });

  test('near the limit attempts run one at a time, on all routes', async () => {
    const app = await startApp((await place()).url);
    app.stopClock();
    const { attempts } = app.parts.rateLimits;
    const limited = attemptLimiter({ attempts, addressOf: () => 'here', isGeneratedCode: async () => false });
    let inFlight = 0;
    let most = 0;
    const look: Handler<Attempted> = async (c) => {
      most = Math.max(most, ++inFlight);
      await setImmediate();
      inFlight--;
      c.set('isWrong', true);
      return c.text('wrong');
    };
    const routes = new Hono<Attempted>().post('/a', limited('code'), look).post('/b', limited('code'), look);
    const burst = async () => {
      most = 0;
      const ask = (i: number) => routes.request(i % 2 ? '/a' : '/b', { method: 'POST', body: '{}' });
      const answers = await Promise.all(times(20, ask));
      return { most, looked: answers.filter(({ status }) => status === 200).length };
    };
    const before = await burst();
    assert.ok(before.looked === 20 && before.most > 1 && before.most <= 4, JSON.stringify(before));
    for (const _ of times(8, () => 0)) await attempts.count('code', 'here');
    assert.deepEqual(await burst(), { most: 1, looked: 2 });
  });

  test('while an address has no attempts left, generated codes still work there, and nothing else', async () => {
    const app = await startApp((await place()).url);
    app.stopClock();
    const address = newAddress();
    const own = await app.makeCode({ allowed: 50 });
    const imported = await app.makeCode({ code: generate(randomBytes), label: 'imported' });
    const login = await app.makeGeneratedCode({ allowed: 50 });
    const registration = await app.makeGeneratedCode({ kind: 'registration', allowed: 50 });
    const ended = await app.makeGeneratedCode({ validUntil: Date.now() - 60_000 });
    const emptied = () => app.parts.rateLimits.attempts.count('code', address);
    while (await emptied());
    const person = () => app.visitor(address);
    for (const code of [own, imported, ended, generate(randomBytes), 'wrong']) {
      assert.deepEqual(
        [(await person().enter(code)).status, (await person().check(code)).status],
        [429, 429],
      );
      assert.equal((await person().register(newEmail(), code)).status, 429);
    }
    assert.equal((await person().check(login.toLowerCase().replaceAll('-', ' '))).status, 200);
    assert.equal((await person().enter(login)).status, 200);
    const email = newEmail();
    assert.equal((await person().register(email, registration)).status, 200);
    const { attempts } = app.parts.rateLimits;
    assert.equal((await person().register(email, registration)).status, 422);
    assert.equal(await attempts.left('account', address), 29);
    while (await attempts.count('account', address));
    const probe = await person().register(email, registration);
    assert.equal(probe.status, 429, 'accounts are not revealed');
    assert.equal((await person().login(email, 'wrong')).status, 401, 'passwords have their own limit');
  });

  test('while an address has no attempts left, requests without a code still work there', async () => {
    const code = anyCode().code;
    const app = await startApp((await place()).url, {
      DEFAULT_LOGIN_CODE: code,
      REGISTRATION_CODES: 'not-required',
    });
    await app.makeCode({ code, allowed: 50 });
    app.stopClock();
    const address = newAddress();
    const { attempts } = app.parts.rateLimits;
    while (await attempts.count('code', address));
    assert.equal((await app.visitor(address).enterByDefault()).status, 200);
    assert.equal((await app.visitor(address).enter(code)).status, 429);
    const email = newEmail();
    assert.equal((await app.visitor(address).register(email)).status, 200);
    while (await attempts.count('account', address));
    assert.equal((await app.visitor(address).register(email)).status, 429, 'accounts are not revealed');
  });

  test('successful attempts and unreadable requests do not count', async () => {
    const app = await startApp((await place()).url);
    const address = newAddress();
    const code = await app.makeCode({ allowed: 100 });
    for (const _ of times(40, () => 0)) {
      assert.equal((await app.visitor(address).check(code)).status, 200);
      assert.equal(
        (await app.visitor(address).post('/api/auth/sign-in/invitation-code', { wrong: 1 })).status,
        400,
      );
    }
    assert.equal((await app.visitor(address).enter(code)).status, 200);
  });

  test('all addresses of one IPv6 /64 network share their attempts', async () => {
    const app = await startApp((await place()).url);
    app.stopClock();
    for (const number of times(30, (index) => index)) {
      await app.visitor(`2001:db8:1:2::${number.toString(16)}`).enter('wrong');
    }
    assert.equal((await app.visitor('2001:db8:1:2:ffff::1').enter('wrong')).status, 429);
    assert.equal((await app.visitor('2001:db8:1:3::1').enter('wrong')).status, 400);
  });

  test('an address from an untrusted source is ignored', async () => {
    const app = await startApp((await place()).url, { TRUST_PROXY: '' });
    app.stopClock();
    for (const _ of times(30, () => 0)) await app.visitor().enter('wrong');
    assert.equal((await app.visitor().enter('wrong')).status, 429);
  });

  test('a retry of an entry with the default code is not counted again, and works when its address is at the limit', async () => {
    const url = (await place()).url;
    const code = await (await startApp(url)).makeCode({ allowed: 9 });
    const app = await startApp(url, { DEFAULT_LOGIN_CODE: code });
    const address = newAddress();
    const attempt = crypto.randomUUID().replaceAll('-', '');
    const counted = async () =>
      (await app.db.selectFrom('tryLimit').select('level').execute()).map(({ level }) => level);
    assert.equal((await app.visitor(address).enterByDefault(attempt)).status, 200);
    assert.equal((await app.visitor(address).enterByDefault(attempt)).status, 200);
    assert.deepEqual((await counted()).sort(), [1, 10]);
    await app.db.updateTable('tryLimit').set({ level: 600 }).execute();
    assert.equal((await app.visitor(address).enterByDefault(attempt)).status, 200);
    assert.equal((await app.visitor(address).enterByDefault()).status, 429);
    assert.deepEqual(await app.usesOf(code), { remaining: 8, redemptions: 1 });
  });

  test('a default code that does not work uses no entry of an address', async () => {
    const url = (await place()).url;
    const code = await (await startApp(url)).makeCode({ validUntil: 1 });
    const app = await startApp(url, { DEFAULT_LOGIN_CODE: code });
    assert.equal((await app.visitor().enterByDefault()).code, 'INVITATION_CODE_INVALID');
    assert.deepEqual(await app.db.selectFrom('tryLimit').selectAll().execute(), []);
  });

  test('the default code lets in a number of guests an hour, a fifth from one address and two fifths from one network', async () => {
    const { url } = await place();
    const code = await (await startApp(url)).makeCode({ allowed: 1000 });
    const app = await startApp(url, { DEFAULT_LOGIN_CODE: code, DEFAULT_GUESTS_PER_HOUR: '100' });
    app.stopClock();
    const entered = async (count: number, addressOf: (person: number) => string) => {
      const answers = await Promise.all(times(count, (i) => app.visitor(addressOf(i)).enterByDefault()));
      const { 200: admitted = [], 429: waiting = [], ...others } = statuses(answers);
      assert.deepEqual(Object.keys(others), []);
      for (const answer of waiting) assert.equal(answer.code, 'TOO_MANY_GUESTS');
      return { admitted: admitted.length, seconds: Number(waiting[0]?.headers.get('retry-after')) };
    };
    assert.deepEqual(await entered(25, () => '203.0.113.1'), { admitted: 20, seconds: 180 });
    const ofNetwork = (i: number) => `2001:db8:7:${i.toString(16)}::1`;
    assert.deepEqual(await entered(50, ofNetwork), { admitted: 40, seconds: 90 });
    assert.deepEqual(await entered(50, (i) => `198.51.100.${i}`), { admitted: 40, seconds: 36 });
    const { body } = await app.visitor().get('/api/access');
    assert.equal((body as { guestAccess: string }).guestAccess, 'open');
    assert.equal(
      (await app.visitor('203.0.113.1').enter(code)).status,
      200,
      'the code itself is not limited',
    );
    assert.equal((await app.usesOf(code)).redemptions, 101);
    app.pass(36_000);
    assert.equal((await entered(2, () => newAddress())).admitted, 1);
    app.pass(60 * 60_000);
    assert.equal((await entered(101, () => newAddress())).admitted, 100);
  });

  test('several servers together let in the same number, except for a few reserved entries', async () => {
    const { url } = await place();
    const code = await (await startApp(url)).makeCode({ allowed: 10_000 });
    const settings = { DEFAULT_LOGIN_CODE: code, DEFAULT_GUESTS_PER_HOUR: '600' };
    const apps = await Promise.all(times(3, () => startApp(url, settings)));
    for (const app of apps) app.stopClock();
    const answers = await Promise.all(
      apps.flatMap((app) => times(210, () => app.visitor().enterByDefault())),
    );
    const { 200: admitted = [] } = statuses(answers);
    assert.ok(admitted.length <= 600 && admitted.length >= 570, `${admitted.length} were let in`);
    const rows = await apps[0]?.db.selectFrom('tryLimit').select('level').orderBy('level', 'desc').execute();
    assert.equal(Math.round(rows?.[0]?.level ?? 0), 600);
  });

  test('the database does not reveal who came from where', async () => {
    const app = await startApp((await place()).url);
    const address = newAddress();
    await app.visitor(address).enter('wrong');
    const rows = await app.db.selectFrom('tryLimit').selectAll().execute();
    assert.equal(rows.length, 1);
    assert.ok(!JSON.stringify(rows).includes(address));
  });
});
