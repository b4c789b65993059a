import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { test } from 'node:test';
import { onEveryDatabase } from '@foyer/database/testing';
import { type Answer, newAddress, newEmail, startApp } from './testing.ts';

const statuses = (answers: Answer[]) => Object.groupBy(answers, ({ status }) => status);
const times = <T>(count: number, work: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => work(index));

onEveryDatabase(({ kind, place }) => {
  test('200 people behind one address enter with a good code, ten typos among them, and all get in', async () => {
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

  // The limit is one statement on both databases: the great number is run on one of them, and on both in the long form.
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

  test('who has no tries left is told how long to wait, and may try again after it', async () => {
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

  test('requests whose bodies never come keep nobody of the same address waiting', async () => {
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

  test('entry, check, login and registration each have tries of their own', async () => {
    const app = await startApp((await place()).url);
    app.stopClock();
    const address = newAddress();
    const person = app.visitor(address);
    const ways = {
      entry: () => person.enter('wrong'),
      check: () => person.check('wrong'),
      'sign-up': () => person.register(newEmail(), 'wrong'),
      'sign-in': () => person.login('nobody@example.org', 'wrong'),
    } as const;
    for (const purpose of ['entry', 'check', 'sign-up', 'sign-in'] as const) {
      for (const _ of times(28, () => 0)) await app.parts.tries.countRefused(purpose, address);
      for (const _ of times(2, () => 0)) assert.notEqual((await ways[purpose]()).status, 429);
      assert.equal((await ways[purpose]()).status, 429);
    }
  });

  test('tries that are not refused do not count, nor does what cannot be read', async () => {
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

  test('all addresses of one /64 network of IPv6 share their tries', async () => {
    const app = await startApp((await place()).url);
    app.stopClock();
    for (const number of times(30, (index) => index)) {
      await app.visitor(`2001:db8:1:2::${number.toString(16)}`).enter('wrong');
    }
    assert.equal((await app.visitor('2001:db8:1:2:ffff::1').enter('wrong')).status, 429);
    assert.equal((await app.visitor('2001:db8:1:3::1').enter('wrong')).status, 400);
  });

  test('an address that nobody vouches for is not believed', async () => {
    const app = await startApp((await place()).url, { TRUST_PROXY: '' });
    app.stopClock();
    for (const _ of times(30, () => 0)) await app.visitor().enter('wrong');
    assert.equal((await app.visitor().enter('wrong')).status, 429);
  });

  test('a retry of an entry by the default code is not counted again, and works when its address has no entry left', async () => {
    const url = (await place()).url;
    const code = await (await startApp(url)).makeCode({ allowed: 9 });
    const app = await startApp(url, { DEFAULT_LOGIN_CODE: code });
    const address = newAddress();
    const attempt = crypto.randomUUID().replaceAll('-', '');
    const counted = async () =>
      (await app.db.selectFrom('tryLimit').select('level').execute()).map(({ level }) => level);
    assert.equal((await app.visitor(address).enterByDefault(attempt)).status, 200);
    assert.equal((await app.visitor(address).enterByDefault(attempt)).status, 200);
    assert.deepEqual(await counted(), [1]);
    await app.db.updateTable('tryLimit').set({ level: 300 }).execute();
    assert.equal((await app.visitor(address).enterByDefault(attempt)).status, 200);
    assert.equal((await app.visitor(address).enterByDefault()).status, 429);
    assert.deepEqual(await app.usesOf(code), { remaining: 8, redemptions: 1 });
  });

  test('a default code that admits nobody takes no entry from an address', async () => {
    const url = (await place()).url;
    const code = await (await startApp(url)).makeCode({ validUntil: 1 });
    const app = await startApp(url, { DEFAULT_LOGIN_CODE: code });
    assert.equal((await app.visitor().enterByDefault()).code, 'INVITATION_CODE_INVALID');
    assert.deepEqual(await app.db.selectFrom('tryLimit').selectAll().execute(), []);
  });

  test('an address has 300 entries by the default code in an hour, and is told when it has more', async () => {
    const { url } = await place();
    const code = await (await startApp(url)).makeCode({ allowed: 1000 });
    const app = await startApp(url, { DEFAULT_LOGIN_CODE: code });
    app.stopClock();
    const address = newAddress();
    const answers = await Promise.all(times(310, () => app.visitor(address).enterByDefault()));
    const { 200: entered = [], 429: waiting = [] } = statuses(answers);
    assert.deepEqual([entered.length, waiting.length], [300, 10]);
    assert.deepEqual(await app.usesOf(code), { remaining: 700, redemptions: 300 });
    const waitSeconds = Number(waiting[0]?.headers.get('retry-after'));
    assert.ok(waitSeconds > 3500 && waitSeconds <= 3600, `${waitSeconds} s`);
    assert.equal((await app.visitor(address).enter(code)).status, 200, 'the code itself is not limited');
    assert.equal((await app.visitor().enterByDefault()).status, 200, 'nor is another address');
    app.pass(waitSeconds * 1000);
    assert.equal((await app.visitor(address).enterByDefault()).status, 200);
  });

  test('the database does not tell who came from where', async () => {
    const app = await startApp((await place()).url);
    const address = newAddress();
    await app.visitor(address).enter('wrong');
    const rows = await app.db.selectFrom('tryLimit').selectAll().execute();
    assert.equal(rows.length, 1);
    assert.ok(!JSON.stringify(rows).includes(address));
  });
});
