import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Kysely } from 'kysely';
import { onEveryDatabase } from '../../testing/database/database.ts';
import type { Tables } from './tables.ts';

const put = (db: Kysely<Tables>, key: string, level: number | null = 1) =>
  db
    .insertInto('tryLimit')
    .values({ key, level: level as number, at: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key');
const raise = (db: Kysely<Tables>, key: string) =>
  db.updateTable('tryLimit').set({ level: 2 }).where('key', '=', key).returning('key');

onEveryDatabase(({ open }) => {
  const withOld = async () => {
    const database = await open();
    const { db } = database;
    await put(db, 'old').execute();
    const rows = async () =>
      (await db.selectFrom('tryLimit').select(['key', 'level']).orderBy('key').execute()).map(
        ({ key, level }) => `${key} ${level}`,
      );
    return { ...database, rows };
  };

  test('statements that all do something are all done', async () => {
    const { atomically, rows } = await withOld();
    assert.equal(await atomically((db) => [put(db, 'new'), raise(db, 'old')]), true);
    assert.deepEqual(await rows(), ['new 1', 'old 2']);
  });

  test('none is done when one of them returns no row, wherever it stands', async () => {
    const { atomically, rows } = await withOld();
    assert.equal(await atomically((db) => [put(db, 'new'), raise(db, 'nobody'), raise(db, 'old')]), false);
    assert.equal(await atomically((db) => [raise(db, 'old'), put(db, 'old'), put(db, 'new')]), false);
    assert.equal(await atomically((db) => [raise(db, 'nobody'), put(db, 'new')]), false);
    assert.equal(await atomically((db) => [put(db, 'new'), raise(db, 'nobody')]), false);
    assert.deepEqual(await rows(), ['old 1']);
  });

  test('a failure undoes all as well, is told, and spoils no later use of the connection', async () => {
    const { atomically, rows } = await withOld();
    await assert.rejects(
      atomically((db) => [put(db, 'new'), put(db, 'bad', null), put(db, 'last')]),
      /null|NOT NULL/,
    );
    assert.deepEqual(await rows(), ['old 1']);
    assert.equal(await atomically((db) => [put(db, 'new')]), true);
    assert.deepEqual(await rows(), ['new 1', 'old 1']);
  });

  test('many at once on the same row are done one after the other', async () => {
    const { atomically, db } = await withOld();
    const add = (trx: Kysely<Tables>) =>
      trx
        .updateTable('tryLimit')
        .set((eb) => ({ level: eb('level', '+', 1) }))
        .where('key', '=', 'old')
        .where('level', '<', 6)
        .returning('key');
    const done = await Promise.all(
      Array.from({ length: 20 }, (_, i) => atomically((trx) => [add(trx), put(trx, `of ${i}`)])),
    );
    assert.equal(done.filter(Boolean).length, 5);
    const rows = await db.selectFrom('tryLimit').select('key').where('key', 'like', 'of %').execute();
    assert.equal(rows.length, 5);
  });
});
