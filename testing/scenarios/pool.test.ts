import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDatabase } from '@foyer/database';
import { sql } from 'kysely';
import { until } from '../chats/read-reply.ts';
import { onEveryDatabase, startDatabaseProxy } from '../database/database.ts';
import { newAddress, newEmail, startApp, type TestApp } from '../server/app.ts';

const isWaiting = sql`datname = current_database() and wait_event_type = 'Lock'`;

/** How many connections wait for a lock. */
async function waiting(db: TestApp['db']): Promise<number> {
  // Within a transaction PostgreSQL would return the same snapshot again and again.
  await sql`select pg_stat_clear_snapshot()`.execute(db);
  const { rows } = await sql<{
    count: number;
  }>`select count(*) from pg_stat_activity where ${isWaiting}`.execute(db);
  return rows[0]?.count ?? 0;
}

onEveryDatabase(({ place, kind }) => {
  if (kind === 'sqlite') return;

  test('a request that would wait long for a connection is refused as overload, and all others are served', async () => {
    const app = await startApp((await place()).url, { DATABASE_POOL_SIZE: '2' });
    const guest = app.visitor();
    await guest.enter(await app.makeCode());
    const code = await app.makeCode({ allowed: 9 });
    const stuck = await app.db.transaction().execute(async (trx) => {
      await sql`lock table session in access exclusive mode`.execute(trx);
      const holding = [app.visitor().enter(code), app.visitor().enter(code)];
      await until(async () => (await waiting(trx)) === 2);
      const answers = await Promise.all(Array.from({ length: 9 }, () => guest.chats()));
      for (const { status, code, headers } of answers) {
        assert.deepEqual([status, code, headers.get('retry-after')], [503, 'OVERLOADED', '2']);
      }
      const ready = await app.visitor().get('/readyz');
      assert.deepEqual([ready.status, ready.body], [503, 'not ready: database']);
      return holding;
    });
    assert.deepEqual(
      (await Promise.all(stuck)).map(({ status }) => status),
      [200, 200],
    );
    assert.equal((await guest.chats()).status, 200);
    assert.deepEqual(await app.usesOf(code), { remaining: 7, redemptions: 2 });
  });

  test("a request that would wait long in its address's queue is refused as overload", async (t) => {
    const app = await startApp((await place()).url);
    const code = await app.makeCode({ allowed: 99 });
    const school = newAddress();
    let aheadMs = 0;
    const clock = performance.now.bind(performance);
    t.mock.method(performance, 'now', () => clock() + aheadMs);
    const asked = await app.db.transaction().execute(async (trx) => {
      await sql`lock table session in access exclusive mode`.execute(trx);
      const asked = Array.from({ length: 9 }, () => app.visitor(school).enter(code));
      await until(async () => (await waiting(trx)) === 4);
      aheadMs = 10_001;
      return asked;
    });
    const answers = await Promise.all(asked);
    const refused = answers.filter(({ status }) => status !== 200);
    assert.equal(refused.length, 5);
    for (const { status, code, headers } of refused) {
      assert.deepEqual([status, code, headers.get('retry-after')], [503, 'OVERLOADED', '2']);
    }
    assert.deepEqual(await app.usesOf(code), { remaining: 95, redemptions: 4 });
    assert.equal((await app.visitor(school).enter(code)).status, 200);
  });

  test("a statement over the database's time limit is rolled back and refused as overload", async () => {
    const { url } = await place();
    const limited = openDatabase(url);
    const name = sql.ref(new URL(url).pathname.slice(1));
    await sql`alter database ${name} set statement_timeout = '1s'`.execute(limited.db);
    await limited.close();
    const app = await startApp(url);
    const code = await app.makeCode({ allowed: 9 });
    const attempt = '0123456789abcdef'.repeat(2);
    const enter = () => app.visitor().enter(code, attempt);
    const stuck = await app.db.transaction().execute(async (trx) => {
      await sql`lock table session in access exclusive mode`.execute(trx);
      return enter();
    });
    assert.deepEqual([stuck.status, stuck.code, stuck.headers.get('retry-after')], [503, 'OVERLOADED', '2']);
    assert.equal((await enter()).status, 200);
    assert.deepEqual(await app.usesOf(code), { remaining: 8, redemptions: 1 });
  });

  test('while people register, others are served: hashing holds no connection', async () => {
    const app = await startApp((await place()).url, { DATABASE_POOL_SIZE: '1' });
    const guest = app.visitor();
    await guest.enter(await app.makeCode());
    const code = await app.makeCode({ kind: 'registration', allowed: 16 });
    let registered = 0;
    const registrations = Array.from({ length: 16 }, async () => {
      assert.equal((await app.visitor().register(newEmail(), code)).status, 200);
      registered++;
    });
    let served = 0;
    while (registered < 16) {
      assert.equal((await guest.chats()).status, 200);
      served++;
    }
    await Promise.all(registrations);
    // If a hash held the only connection, each request would wait behind all earlier ones: one or two would be served.
    assert.ok(served >= 16, `${served} were served while 16 registered`);
  });

  test('without its database a server says so, loses nothing, and continues when it is back', async () => {
    const { url } = await place();
    const line = await startDatabaseProxy(() => Number(new URL(url).port));
    const far = new URL(url);
    far.port = String(line.port);
    const app = await startApp(far.href);
    const guest = app.visitor();
    await guest.enter(await app.makeCode());
    const code = await app.makeCode({ allowed: 9 });
    const registration = await app.makeCode({ kind: 'registration', allowed: 9 });
    const email = newEmail();

    await line.cut();
    const answers = [
      await guest.chats(),
      await guest.get('/api/access'),
      await app.visitor().enter(code),
      await app.visitor().register(email, registration),
      await app.visitor().login(email),
      await guest.logOut(),
    ];
    for (const { status, code, headers } of answers) {
      assert.deepEqual([status, code, headers.get('retry-after')], [503, 'DATABASE_AWAY', '5']);
    }
    assert.equal((await app.visitor().get('/readyz')).body, 'not ready: database');
    assert.equal((await app.visitor().get('/healthz')).body, 'ok');

    await line.restore();
    await until(async () => (await app.visitor().get('/readyz')).status === 200);
    assert.equal((await guest.chats()).status, 200);
    assert.equal((await app.visitor().register(email, registration)).status, 200);
    assert.deepEqual(await app.usesOf(code), { remaining: 9, redemptions: 0 });
    await line.close();
  });

  test('a connection that breaks during a transaction rolls it back, and the server lives on', async () => {
    const { url } = await place();
    // PostgreSQL's FATAL message can arrive before the end of the connection.
    const line = await startDatabaseProxy(() => Number(new URL(url).port), { endTakesMs: 300 });
    const far = new URL(url);
    far.port = String(line.port);
    const app = await startApp(far.href);
    const code = await app.makeCode({ allowed: 9 });
    const attempt = '0123456789abcdef'.repeat(2);
    const broken = await app.db.transaction().execute(async (trx) => {
      await sql`lock table session in access exclusive mode`.execute(trx);
      const entry = app.visitor().enter(code, attempt);
      await until(async () => (await waiting(trx)) === 1);
      await sql`select pg_terminate_backend(pid) from pg_stat_activity where ${isWaiting}`.execute(trx);
      return entry;
    });
    assert.deepEqual([broken.status, broken.code], [503, 'DATABASE_AWAY']);
    assert.deepEqual(await app.usesOf(code), { remaining: 9, redemptions: 0 });
    assert.equal((await app.visitor().enter(code, attempt)).status, 200);
    assert.deepEqual(await app.usesOf(code), { remaining: 8, redemptions: 1 });
    await line.close();
  });
});
