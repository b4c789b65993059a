import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDatabase } from '@foyer/database';
import { sql } from 'kysely';
import { until } from '../chats/read-reply.ts';
import { onEveryDatabase } from '../database/database.ts';
import { startApp } from '../server/app.ts';

onEveryDatabase(({ place, kind }) => {
  if (kind === 'sqlite') return;

  test('a read-only PostgreSQL, such as a replica, is not ready and answers 503 until it accepts writes again', async () => {
    const { url } = await place();
    const app = await startApp(url);
    const code = await app.makeCode({ allowed: 5 });
    const operator = openDatabase(url);
    const name = new URL(url).pathname.slice(1);
    const setReadOnly = async (value: 'on' | 'off') => {
      await sql`set default_transaction_read_only = off`.execute(operator.db);
      await sql`alter database ${sql.id(name)} set default_transaction_read_only = ${sql.raw(value)}`.execute(
        operator.db,
      );
      await sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = ${name} and pid <> pg_backend_pid()`.execute(operator.db);
    };
    await setReadOnly('on');
    await until(async () => (await app.visitor().get('/readyz')).status === 503);
    assert.equal((await app.visitor().get('/readyz')).body, 'not ready: database');
    const refused = await app.visitor().enter(code);
    assert.deepEqual([refused.status, refused.code], [503, 'DATABASE_AWAY']);
    assert.ok(refused.headers.get('retry-after'));
    await setReadOnly('off');
    await until(async () => (await app.visitor().get('/readyz')).status === 200);
    assert.equal((await app.visitor().enter(code)).status, 200);
    assert.equal((await app.usesOf(code)).remaining, 4);
    await operator.close();
    const errors = app.logged.filter((line) => JSON.parse(line).event === 'error');
    assert.deepEqual(errors, [], 'nothing of it is a fault of ours');
  });
});
