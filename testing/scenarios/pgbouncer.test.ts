import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openDatabase } from '@foyer/database';
import { sql } from 'kysely';
import { until } from '../chats/read-reply.ts';
import { needs, onEveryDatabase, pgbouncer as program, startPgbouncer } from '../database/database.ts';
import { type Answer, newEmail, startApp } from '../server/app.ts';

const connections = 3;
const isOk = ({ status }: { status: number }) => status === 200;

onEveryDatabase(({ place, kind }) => {
  if (kind === 'sqlite') return;

  async function startBehindPgbouncer(env: Record<string, string> = {}) {
    const { url } = await place();
    const pgbouncer = await startPgbouncer(url, { connections });
    // If a test fails, a running program would keep the whole run from ending.
    after(pgbouncer.stop);
    // Both at once: each migrates.
    const [app, other] = await Promise.all([startApp(pgbouncer.url, env), startApp(pgbouncer.url, env)]);
    // Stop them while the database still exists: the suite drops it first.
    const stop = async () => {
      await Promise.all([app.stop(), other.stop()]);
      await pgbouncer.stop();
    };
    return { app, other, url, stop };
  }

  test('everything works behind pgbouncer, which changes connections', needs(program), async () => {
    const { app, other, url, stop } = await startBehindPgbouncer();
    const login = await app.makeCode({ allowed: 20 });
    const registration = await app.makeCode({ kind: 'registration', allowed: 5 });
    const everyone = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? app : other).visitor());

    const entries = await Promise.all(everyone.map((visitor) => visitor.enter(login)));
    assert.equal(entries.filter(isOk).length, 20);
    assert.deepEqual(await app.usesOf(login), { remaining: 0, redemptions: 20 });

    const email = newEmail();
    const newcomers = Array.from({ length: 4 }, () => app.visitor());
    const registrations = await Promise.all(
      newcomers.map((visitor) => visitor.register(email, registration)),
    );
    assert.deepEqual(registrations.map(({ status }) => status).sort(), [200, 422, 422, 422]);
    assert.deepEqual(await app.usesOf(registration), { remaining: 4, redemptions: 1 });
    assert.equal((await app.visitor().login(email)).status, 200);

    const guests = everyone.filter((_, i) => entries[i]?.status === 200);
    const chats = await Promise.all(
      guests.map(async (guest) => {
        const chat = `/api/chats/${crypto.randomUUID()}`;
        const answer = await guest.post(`${chat}/messages`, { id: crypto.randomUUID(), text: 'Hello' });
        assert.equal(answer.status, 200);
        return ((await guest.get(chat)).body as { messages: unknown[] }).messages.length;
      }),
    );
    assert.deepEqual(
      chats,
      guests.map(() => 2),
    );

    const [converted, ...leaving] = guests;
    assert.equal((await converted?.convert(newEmail()))?.status, 200);
    assert.equal((await Promise.all(leaving.map((guest) => guest.logOut()))).filter(isOk).length, 19);
    assert.equal((await app.users()).length, 2);

    const direct = openDatabase(url);
    const { rows } = await sql<{ count: number }>`select count(*) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(direct.db);
    assert.equal(rows[0]?.count, connections, 'all used the few connections of pgbouncer');
    await direct.close();
    await stop();
  });

  test(
    'a request that waits too long for pgbouncer is refused as overload, and loses nothing',
    needs(program),
    async () => {
      const { url } = await place();
      const settings = ['query_wait_timeout = 1'];
      const pgbouncer = await startPgbouncer(url, { connections: 1, settings });
      after(pgbouncer.stop);
      const app = await startApp(pgbouncer.url);
      const code = await app.makeCode({ allowed: 9 });
      const guest = app.visitor();
      await guest.enter(code);
      const direct = openDatabase(url);
      const held = await direct.db.transaction().execute(async (trx) => {
        await sql`lock table session in access exclusive mode`.execute(trx);
        // One has pgbouncer's only connection and waits for the lock; the others wait for the connection.
        const asked = Array.from({ length: 4 }, () => guest.chats());
        const attempts = Array.from({ length: 4 }, (_, i) => {
          const [person, attemptId] = [app.visitor(), String(i).repeat(32)];
          return { enter: () => person.enter(code, attemptId) };
        });
        const entered = attempts.map(({ enter }) => enter());
        const told: Answer[] = [];
        for (const asking of [...asked, ...entered]) asking.then((answer) => told.push(answer));
        await until(() => told.length === 7);
        assert.deepEqual(
          told.map(({ status, code, headers }) => [status, code, headers.get('retry-after')]),
          Array(7).fill([503, 'OVERLOADED', '2']),
        );
        return { attempts, all: [...asked, ...entered] };
      });
      assert.equal((await Promise.all(held.all)).filter(isOk).length, 1);
      const again = await Promise.all(held.attempts.map(({ enter }) => enter()));
      assert.deepEqual(
        again.map(({ status }) => status),
        [200, 200, 200, 200],
      );
      assert.equal((await guest.chats()).status, 200);
      assert.deepEqual(await app.usesOf(code), { remaining: 4, redemptions: 5 });
      await direct.close();
      await app.stop();
      await pgbouncer.stop();
    },
  );
});
