import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Kysely, sql } from 'kysely';
import { onEveryDatabase } from '../../testing/database/database.ts';
import { isMigrated, migrate, migrationNames } from './migrate.ts';
import { openDatabase } from './open.ts';
import type { Tables } from './tables.ts';

async function isLockWaitedFor(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql`select 1 from pg_stat_activity
    where datname = current_database() and wait_event = 'advisory'`.execute(db);
  return rows.length > 0;
}

onEveryDatabase(({ open, place, kind }) => {
  test('a query through the outer instance joins the open transaction and is undone with it', async () => {
    const { db } = await open();
    const setting = { key: 'starterLoginCode', value: 'one' } as const;
    const work = db.transaction().execute(async () => {
      await db.insertInto('setting').values(setting).execute();
      await db.transaction().execute((inner) => inner.updateTable('setting').set({ value: 'two' }).execute());
      assert.equal((await db.selectFrom('setting').selectAll().executeTakeFirst())?.value, 'two');
      throw new Error('undo');
    });
    await assert.rejects(work, /undo/);
    assert.deepEqual(await db.selectFrom('setting').selectAll().execute(), []);
  });

  test('other connections see only committed data and do not wait for it', async () => {
    const { db } = await open();
    const outside = Promise.withResolvers<number>();
    const begun = Promise.withResolvers<void>();
    const work = db.transaction().execute(async (trx) => {
      await trx.insertInto('setting').values({ key: 'starterLoginCode', value: 'x' }).execute();
      begun.resolve();
      assert.equal(await outside.promise, 0);
    });
    await begun.promise;
    outside.resolve((await db.selectFrom('setting').selectAll().execute()).length);
    await work;
    assert.equal((await db.selectFrom('setting').selectAll().execute()).length, 1);
  });

  test('several processes that migrate at once create one set of tables', async () => {
    const { url } = await place();
    const databases = [openDatabase(url), openDatabase(url), openDatabase(url)];
    const ran = await Promise.all(databases.map(migrate));
    assert.deepEqual(ran.flat(), migrationNames(url));
    for (const database of databases) assert.equal(await isMigrated(database), true);
    for (const { close } of databases) await close();
  });

  test('next to a newer version with unknown migrations nothing is migrated, and the database counts as migrated', async () => {
    const database = await open();
    const newer = sql`insert into kysely_migration (name, timestamp) values ('9999-of-tomorrow', '2099-01-01')`;
    await newer.execute(database.db);
    assert.deepEqual(await migrate(database), []);
    assert.equal(await isMigrated(database), true);
  });

  test('a process that waits for a newer version to migrate has nothing left to do', async () => {
    if (kind === 'sqlite') return;
    const { url } = await place();
    const [newer, older] = [openDatabase(url), openDatabase(url)];
    let waiting: Promise<string[]> | undefined;
    await newer.db.transaction().execute(async (trx) => {
      await migrate(newer);
      waiting = migrate(older);
      // Within a transaction PostgreSQL would return the same snapshot again and again.
      while (!(await isLockWaitedFor(newer.db))) await sql`select pg_stat_clear_snapshot()`.execute(trx);
      await sql`insert into kysely_migration (name, timestamp) values ('9999-of-tomorrow', '2099-01-01')`.execute(
        trx,
      );
    });
    assert.deepEqual(await waiting, []);
    await newer.close();
    await older.close();
  });

  test('a database without tables is not migrated, and the check creates none', async () => {
    const { url } = await place();
    const database = openDatabase(url);
    assert.equal(await isMigrated(database), false);
    assert.deepEqual(await database.db.introspection.getTables(), []);
    await database.close();
  });

  test('numbers come back as numbers, also from large tables', async () => {
    const { db } = await open();
    const { count } = await db
      .selectFrom('user')
      .select(({ fn }) => fn.countAll().as('count'))
      .executeTakeFirstOrThrow();
    assert.equal(count, 0);
  });
});
