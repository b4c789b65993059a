import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openDatabase } from '@foyer/database';
import { migrate } from '@foyer/database/migrate';
import { createCodes } from '@foyer/invitation-codes/codes';
import { deriveKeys } from '@foyer/invitation-codes/seal';
import { sql } from 'kysely';
import { until } from '../chats/read-reply.ts';
import {
  debianPostgres,
  freePort,
  needs,
  startDatabaseProxy,
  startDebianPostgres,
} from '../database/database.ts';
import { anyCode, newAddress, visitor } from '../server/app.ts';
import { assertEachEnteredOnce, startCrowd, whileDatabaseIsAway } from '../server/crowd.ts';
import { startProcess } from '../server/process.ts';

const secret = 'a secret of two databases, long enough';
/** In milliseconds. */
const backWithin = 2000;

/** A primary with a synchronous standby, a proxy that leads to one of them, and a server with a crowd of entries. */
async function start() {
  const endings: (() => unknown)[] = [];
  after(async () => {
    for (const end of endings.reverse()) await end();
  });
  const primary = await startDebianPostgres(['fsync=off']);
  endings.push(primary.remove);
  const standby = await primary.addReplica();
  endings.push(standby.remove);
  const administer = async (statement: string) => {
    const { db, close } = openDatabase(primary.url, { poolSize: 1 });
    await sql.raw(statement).execute(db);
    await sql`select pg_reload_conf()`.execute(db);
    await close();
  };
  // Without this, what was answered in the last moment could be lost with the primary.
  await administer(`alter system set synchronous_standby_names = '*'`);

  let current = primary.port;
  const proxy = await startDatabaseProxy(() => current);
  endings.push(proxy.close);
  const url = new URL(primary.url);
  url.port = String(proxy.port);
  const database = openDatabase(url.href);
  await migrate(database);
  const code = { ...anyCode(), allowed: 1_000_000, remaining: 1_000_000 };
  await createCodes(database.db, deriveKeys(secret), [code], { createdBy: 'create', now: Date.now() });
  await database.close();

  const port = String(await freePort());
  const settings = { DATABASE_URL: url.href, SECRET: secret, PORT: port, TRUST_PROXY: '127.0.0.1' };
  const server = await startProcess(settings);
  endings.push(server.kill);
  const someone = () => visitor(`http://127.0.0.1:${port}`, newAddress());
  const { enter, refused } = whileDatabaseIsAway(someone, code.code);
  const crowd = startCrowd(enter, { atOnce: 8 });
  const more = async (count: number) => {
    const target = crowd.entered() + count;
    await until(() => crowd.entered() >= target);
  };
  await more(50);
  return {
    primary,
    administer,
    code: code.code,
    crowd,
    someone,
    refused,
    more,
    switchOver: async () => {
      await standby.promote();
      current = standby.port;
    },
    /** @param besides how many entered who are not of the crowd */
    async assertNothingLost(besides = 0) {
      const { db, close } = openDatabase(standby.url);
      endings.push(close);
      await assertEachEnteredOnce(db, code, crowd.entered() + besides);
      assert.ok(!server.logged.some((line) => line.includes('"status":500')), 'no answer was a 500');
    },
  };
}

const withPostgres = needs(debianPostgres);

test(
  'the primary dies, its standby is promoted, and nothing that was answered is lost',
  withPostgres,
  async () => {
    const { primary, crowd, more, refused, switchOver, assertNothingLost } = await start();
    await primary.kill();
    await until(() => refused() > 0);
    await switchOver();
    const since = performance.now();
    await more(1);
    const ms = performance.now() - since;
    assert.ok(ms < backWithin, `${ms} ms after the promotion`);
    await more(50);
    await crowd.stop();
    await assertNothingLost();
  },
);

test('a former primary that lives on, read-only, keeps no connection of ours', withPostgres, async () => {
  const { administer, crowd, someone, code, switchOver, assertNothingLost } = await start();
  await crowd.stop();
  await administer('alter system set default_transaction_read_only = on');
  const readiness = async () => (await someone().get('/readyz')).body;
  await until(async () => (await readiness()) === 'not ready: database');
  await switchOver();
  const since = performance.now();
  await until(async () => (await readiness()) === 'ok');
  assert.ok(performance.now() - since < backWithin);
  // The youngest connections to the old primary are closed one gap after the last look.
  await until(() => performance.now() - since > backWithin);
  const people = Array.from({ length: 16 }, someone);
  const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status);
  const all = people.map(() => 200);
  assert.deepEqual(statuses(await Promise.all(people.map((person) => person.enter(code)))), all);
  const read = await Promise.all(people.map((person) => person.chats()));
  assert.deepEqual(statuses(read), all, 'no read comes from the old primary, which does not know them');
  await assertNothingLost(people.length);
});
