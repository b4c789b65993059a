import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { openDatabase } from '@foyer/database';
import { Hono } from 'hono';
import { sql } from 'kysely';
import { onEveryDatabase } from '../../../testing/database/database.ts';
import { startApp } from '../../../testing/server/app.ts';
import { healthRoutes } from './health.ts';

const ask = async (parts: Parameters<typeof healthRoutes>[0]) => {
  const app = new Hono().route('/', healthRoutes(parts));
  const [alive, ready] = [await app.request('/healthz'), await app.request('/readyz')];
  return [alive.status, ready.status, await ready.text()];
};
const isClosing = () => false;

onEveryDatabase(({ open, place, kind }) => {
  test('a server on a migrated database is alive and ready', async () => {
    const visitor = (await startApp((await place()).url)).visitor();
    const [alive, ready] = [await visitor.get('/healthz'), await visitor.get('/readyz')];
    assert.deepEqual([alive.status, alive.body, ready.status, ready.body], [200, 'ok', 200, 'ok']);
  });

  test('without its tables, without its database, and while it closes, it is alive but not ready', async () => {
    const empty = openDatabase((await place()).url);
    assert.deepEqual(await ask({ database: empty, isClosing }), [200, 503, 'not ready: migrations']);
    await empty.close();
    assert.deepEqual(await ask({ database: empty, isClosing }), [200, 503, 'not ready: database']);
    const database = await open();
    assert.deepEqual(await ask({ database, isClosing: () => true }), [200, 503, 'not ready: closing']);
  });

  if (kind === 'sqlite') {
    test('a server is ready while somebody else writes', async () => {
      const { url, ...database } = await open();
      const other = new DatabaseSync(url.slice('sqlite:'.length));
      other.exec('begin immediate');
      assert.deepEqual(await ask({ database, isClosing, timeoutMs: 1000 }), [200, 200, 'ok']);
      other.close();
    });
    return;
  }

  test('a database that keeps silent makes nobody wait', async () => {
    const { url, ...database } = await open();
    const other = openDatabase(url);
    await other.db.transaction().execute(async (trx) => {
      await sql`lock table kysely_migration in access exclusive mode`.execute(trx);
      const answer = await ask({ database, isClosing, timeoutMs: 50 });
      assert.deepEqual(answer, [200, 503, 'not ready: database']);
    });
    await other.close();
  });
});
