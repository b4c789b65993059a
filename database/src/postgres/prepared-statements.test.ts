import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { needs, onEveryDatabase } from '../../../testing/database/database.ts';
import { pgbouncer as program, startPgbouncer } from '../../../testing/database/pgbouncer.ts';
import { type Database, openDatabase } from '../open.ts';
import { preparedStatements } from './prepared-statements.ts';

onEveryDatabase(({ kind, open, place }) => {
  if (kind === 'sqlite') return;

  const openAt = (url: string) => {
    const database = openDatabase(url, { poolSize: 1, keepsStatements: true });
    after(database.close);
    return database;
  };
  const openOne = async () => openAt((await open()).url);

  const settingOf = ({ reads }: Pick<Database, 'reads'>, key: 'secretFingerprint') =>
    reads.selectFrom('setting').select('value').where('key', '=', key).execute();
  const keptIn = async ({ db }: Pick<Database, 'db'>) => {
    const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(
      db,
    );
    return rows.map(({ statement }) => statement);
  };
  const product = (db: Database['db']) => sql`select 2 * ${3}::integer`.execute(db);

  test('a statement for reads is prepared once', async () => {
    const database = await openOne();
    for (let time = 0; time < 9; time++) await product(database.reads);
    assert.deepEqual(await keptIn(database), ['select 2 * $1::integer']);
  });

  test('other statements are not prepared', async () => {
    const database = await openOne();
    await product(database.db);
    await database.db.transaction().execute(product);
    assert.deepEqual(await keptIn(database), []);
  });

  test('a plan for small tables is discarded, and the next one uses their keys', async () => {
    const { url, db } = await open();
    await sql`analyze`.execute(db);
    let now = 0;
    const prepared = preparedStatements({ now: () => now });
    const client = new pg.Client(url);
    await client.connect();
    await prepared.prepareConnection(client);
    const text = `select "user"."id" from "session" join "user" on "user"."id" = "session"."userId" where "token" = $1`;
    const name = prepared.nameOf(client, text, ['']);
    const find = () => client.query({ name, text, values: [''] });
    const readsByKey = async () => {
      const { rows } = await client.query(`explain (format json) execute ${name} ('')`);
      return JSON.stringify(rows).includes('(id = session.\\"userId\\")');
    };
    for (let time = 0; time < 9; time++) await find();
    assert.equal(prepared.hasOldPlans(client), false);
    assert.equal(await readsByKey(), false);
    now = 60_000;
    await sql`insert into "user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt", "isGuest")
      select i, '', i, true, now(), now(), true from generate_series(1, 1000) i`.execute(db);
    assert.equal(prepared.hasOldPlans(client), true);
    await prepared.discardPlans(client);
    assert.equal(await readsByKey(), true);
    await client.end();
  });

  test('a statement with all columns still works after a new column', async () => {
    const { url, db } = await open();
    const { reads: other } = openAt(url);
    const all = () =>
      other.selectFrom('setting').selectAll().where('key', '=', 'secretFingerprint').execute();
    await db.insertInto('setting').values({ key: 'secretFingerprint', value: 'kept' }).execute();
    await all();
    await sql`alter table setting add column "addedLater" integer`.execute(db);
    assert.deepEqual(await all(), [{ key: 'secretFingerprint', value: 'kept', addedLater: null }]);
  });

  test('a statement whose column has another type now is prepared again', async () => {
    const { url, db } = await open();
    const { reads: other } = openAt(url);
    const all = () => other.selectFrom('tryLimit').select(['level']).where('key', '=', 'somebody').execute();
    await db.insertInto('tryLimit').values({ key: 'somebody', level: 1, at: 0 }).execute();
    await all();
    await sql`alter table "tryLimit" alter "level" type bigint`.execute(db);
    assert.deepEqual(await all(), [{ level: 1 }]);
  });

  test('a connection that has lost its prepared statements continues without them', async () => {
    const database = await openOne();
    await settingOf(database, 'secretFingerprint');
    await sql`deallocate all`.execute(database.db);
    assert.deepEqual(await settingOf(database, 'secretFingerprint'), []);
    assert.deepEqual(await keptIn(database), []);
  });

  test('ever new statements work, and not all of them are kept', async () => {
    const database = await openOne();
    for (let i = 0; i < 600; i++) {
      const { rows } = await sql<{ sum: number }>`select ${sql.lit(i)} + ${1}::integer as sum`.execute(
        database.reads,
      );
      assert.equal(rows[0]?.sum, i + 1);
    }
    assert.equal((await keptIn(database)).length, 500);
  });

  test('behind a pooler nothing is prepared', needs(program), async () => {
    const pgbouncer = await startPgbouncer((await place()).url, { connections: 2 });
    after(pgbouncer.stop);
    const database = openDatabase(pgbouncer.url, { keepsStatements: true });
    const sums = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        sql<{ sum: number }>`select ${i}::integer + 1 as sum`.execute(database.reads),
      ),
    );
    assert.deepEqual(
      sums.map(({ rows }) => rows[0]?.sum),
      sums.map((_, i) => i + 1),
    );
    assert.deepEqual(await keptIn(database), []);
    await database.close();
    await pgbouncer.stop();
  });
});
