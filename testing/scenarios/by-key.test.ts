import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { migrate } from '../../database/src/migrate.ts';
import { openDatabase } from '../../database/src/open.ts';
import { redeem } from '../../invitation-codes/src/redemption/redeem.ts';
import { assemble } from '../../server/src/assemble.ts';
import { cleanUp } from '../../server/src/cleanup/cleanup.ts';
import { openInstallation } from '../../server/src/installation/installation.ts';
import { onEveryDatabase } from '../database/database.ts';
import { newEmail, startApp, type TestApp } from '../server/app.ts';

onEveryDatabase(({ place, kind }) => {
  if (kind === 'sqlite') return;

  /** The number of full scans of each table. */
  const wholeReads = async ({ db }: TestApp) => {
    await sql`select pg_stat_force_next_flush()`.execute(db);
    const { rows } = await sql<{ table: string; reads: number }>`
      select relname as table, seq_scan as reads from pg_stat_user_tables order by relname`.execute(db);
    return rows;
  };

  /** Here PostgreSQL reads a whole table only for a statement that no index serves. */
  const startByKey = async () => {
    const { url } = await place();
    const { db, close } = openDatabase(url);
    await sql`alter database ${sql.id(new URL(url).pathname.slice(1))} set enable_seqscan = off`.execute(db);
    await close();
    return startApp(url, { DATABASE_POOL_SIZE: '1' });
  };

  test('ordinary use reads no table as a whole', async () => {
    const app = await startByKey();
    const code = await app.makeCode({ allowed: 100 });
    const registration = await app.makeCode({ kind: 'registration', allowed: 100 });
    const comeAndGo = async () => {
      const guest = app.visitor();
      assert.equal((await guest.enter(code)).status, 200);
      const chat = `/api/chats/${crypto.randomUUID()}`;
      const question = { id: crypto.randomUUID(), text: 'Hello' };
      assert.equal((await guest.post(`${chat}/messages`, question)).status, 200);
      assert.equal((await guest.get(chat)).status, 200);
      assert.equal((await guest.get('/api/access')).status, 200);
      assert.equal((await guest.logOut()).status, 200);
      const member = app.visitor();
      const email = newEmail();
      assert.equal((await member.register(email, registration)).status, 200);
      assert.equal((await member.logOut()).status, 200);
      assert.equal((await member.login(email)).status, 200);
      assert.equal((await member.chats()).status, 200);
    };
    await comeAndGo();
    await sql`analyze`.execute(app.db);
    const before = await wholeReads(app);
    for (let time = 0; time < 3; time++) await comeAndGo();
    assert.deepEqual(await wholeReads(app), before);
  });

  test('nor does a cleanup read all members or their sessions', async () => {
    const app = await startByKey();
    await app.visitor().enter(await app.makeCode());
    const grows = ({ table }: { table: string }) => ['user', 'session', 'account'].includes(table);
    const before = await wholeReads(app);
    const { config, log } = app.parts;
    const installation = await openInstallation(config, { serving: true });
    await cleanUp(assemble(config, installation, { pagesFolder: null, log }));
    await installation.close();
    assert.deepEqual((await wholeReads(app)).filter(grows), before.filter(grows));
  });

  test('the statement that spends a use is prepared', async () => {
    const database = openDatabase((await place()).url, { poolSize: 1, keepsStatements: true });
    await migrate(database);
    const spending = { digest: '', kind: 'login', entry: 'guest' } as const;
    assert.equal(await redeem(database.db, spending, 0), null);
    const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(
      database.db,
    );
    await database.close();
    assert.equal(rows.length, 1);
    assert.match(rows[0]?.statement ?? '', /insert into "redemption"/);
  });
});
