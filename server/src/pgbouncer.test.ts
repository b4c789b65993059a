import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openDatabase } from '@foyer/database';
import { onEveryDatabase, startPgbouncer } from '@foyer/database/testing';
import { sql } from 'kysely';
import { newEmail, startApp } from './testing.ts';

const connections = 3;
const isOk = ({ status }: { status: number }) => status === 200;

onEveryDatabase(({ place, kind }) => {
  if (kind === 'sqlite') return;

  async function startBehindPgbouncer(env: Record<string, string> = {}) {
    const { url } = await place();
    const pgbouncer = await startPgbouncer(url, { connections });
    // Whatever fails: a program that goes on would keep the whole run from its end.
    after(pgbouncer.stop);
    // Both at once: each migrates.
    const [app, other] = await Promise.all([startApp(pgbouncer.url, env), startApp(pgbouncer.url, env)]);
    // While the database is there still: the suite drops it before it ends what was started.
    const stop = async () => {
      await Promise.all([app.stop(), other.stop()]);
      await pgbouncer.stop();
    };
    return { app, other, url, stop };
  }

  test('behind pgbouncer, which changes connections under it, everything goes on as without', async () => {
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
    assert.equal(rows[0]?.count, connections, 'all came through the few connections of pgbouncer');
    await direct.close();
    await stop();
  });
});
