import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { injectConflicts } from '../../testing/database/conflicts.ts';
import { onEveryDatabase } from '../../testing/database/database.ts';
import type { Database } from './open.ts';
import { Unavailable } from './unavailable.ts';

const keys = ['secretFingerprint', 'starterLoginCode'] as const;
type Key = (typeof keys)[number];

onEveryDatabase(({ open, kind }) => {
  const valuesIn = async ({ db }: Database) =>
    (await db.selectFrom('setting').select('value').orderBy('key').execute()).map(({ value }) => value);
  const keep = async ({ db }: Database) => {
    await db.insertInto('setting').values({ key: keys[0], value: '' }).execute();
    await db.insertInto('setting').values({ key: keys[1], value: '' }).execute();
  };
  const append = ({ db }: Pick<Database, 'db'>, key: Key, letter: string) =>
    db
      .updateTable('setting')
      .set({ value: sql<string>`value || ${letter}` })
      .where('key', '=', key)
      .execute();

  test('what fails for another reason runs once', async () => {
    const { db } = await open();
    let runs = 0;
    const act = db.transaction().execute(async () => {
      runs++;
      throw new Error('broken');
    });
    await assert.rejects(act, /broken/);
    assert.equal(runs, 1);
  });

  if (kind === 'sqlite') return;

  for (const code of ['40001', '40P01'] as const) {
    test(`a transaction that ${code} has undone is run again as a whole, and told of`, async () => {
      const database = await open();
      await injectConflicts(database, { table: 'setting', verb: 'insert', code, times: 3 });
      let [runs, told] = [0, 0];
      database.events.on('retried', () => told++);
      await database.db.transaction().execute(async (trx) => {
        runs++;
        // A transaction inside another is no beginning: it is not run again by itself.
        await database.db
          .transaction()
          .execute(() =>
            trx.insertInto('setting').values({ key: 'starterLoginCode', value: 'once' }).execute(),
          );
      });
      assert.deepEqual([runs, told, await valuesIn(database)], [4, 3, ['once']]);
    });
  }

  test('a statement outside a transaction is run again by itself', async () => {
    const database = await open();
    let told = 0;
    database.events.on('retried', () => told++);
    await injectConflicts(database, { table: 'setting', verb: 'insert', code: '40001', times: 2 });
    const row = { key: 'starterLoginCode', value: 'once' } as const;
    await database.db.insertInto('setting').values(row).execute();
    assert.deepEqual([told, await valuesIn(database)], [2, ['once']]);
  });

  test('an error that somebody puts in the place of a conflict does not hide it, nor does success', async () => {
    const database = await open();
    const { db } = database;
    const insert = () =>
      db.insertInto('setting').values({ key: 'starterLoginCode', value: 'once' }).execute();
    await injectConflicts(database, { table: 'setting', verb: 'insert', code: '40001', times: 2 });
    let runs = 0;
    await db.transaction().execute(async () => {
      runs++;
      await insert().catch(() => {
        if (runs === 1) throw new Error('no user was made');
      });
    });
    assert.deepEqual([runs, await valuesIn(database)], [3, ['once']]);
  });

  test('what is undone again and again is told to come again later', async () => {
    const database = await open();
    await injectConflicts(database, { table: 'setting', verb: 'insert', code: '40001', times: 99 });
    const act = database.db.transaction().execute(async (trx) => {
      await trx.insertInto('setting').values({ key: 'starterLoginCode', value: 'never' }).execute();
    });
    await assert.rejects(act, (error) => error instanceof Unavailable && error.kind === 'overloaded');
    assert.deepEqual(await valuesIn(database), []);
  });

  test('two that lock in a circle both come to their end', async () => {
    const database = await open();
    await keep(database);
    let told = 0;
    database.events.on('retried', () => told++);
    const [here, there] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const act = (first: Key, second: Key, letter: string, mine = here, other = there) =>
      database.db.transaction().execute(async (trx) => {
        await append({ db: trx }, first, letter);
        mine.resolve();
        await other.promise;
        await append({ db: trx }, second, letter);
      });
    await Promise.all([act(keys[0], keys[1], 'a'), act(keys[1], keys[0], 'b', there, here)]);
    const values = await valuesIn(database);
    assert.deepEqual(
      values.map((value) => [...value].sort().join('')),
      ['ab', 'ab'],
    );
    // On a busy machine PostgreSQL may undo both.
    assert.ok(told === 1 || told === 2, `told ${told} times`);
  });

  test('two that cannot be put in an order both come to their end', async () => {
    const database = await open();
    await keep(database);
    let told = 0;
    database.events.on('retried', () => told++);
    const met = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const act = (letter: string, index: number) =>
      database.db.transaction().execute(async (trx) => {
        await sql`set transaction isolation level repeatable read`.execute(trx);
        await trx.selectFrom('setting').select('value').execute();
        met[index]?.resolve();
        await Promise.all(met.map(({ promise }) => promise));
        await append({ db: trx }, keys[0], letter);
      });
    await Promise.all([act('a', 0), act('b', 1)]);
    assert.deepEqual([...((await valuesIn(database))[0] ?? '')].sort(), ['a', 'b']);
    assert.equal(told, 1);
  });
});
