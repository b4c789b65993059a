import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Kysely } from 'kysely';
import { onEveryDatabase } from '../../testing/database/database.ts';
import { allOrNone } from './atomic-statements.ts';
import type { Tables } from './tables.ts';

const put = (db: Kysely<Tables>, key: string, level: number | null = 1) =>
  db
    .insertInto('tryLimit')
    .values({ key, level: level as number, at: 0 })
    .returning('key');
const raise = (db: Kysely<Tables>, key: string) =>
  db.updateTable('tryLimit').set({ level: 2 }).where('key', '=', key).returning('key');

onEveryDatabase(({ open }) => {
  const withOld = async () => {
    const { db } = await open();
    await put(db, 'old').execute();
    const rows = async () =>
      (await db.selectFrom('tryLimit').select(['key', 'level']).orderBy('key').execute()).map(
        ({ key, level }) => `${key} ${level}`,
      );
    return { db, rows };
  };

  test('statements that all do something are all done', async () => {
    const { db, rows } = await withOld();
    assert.equal(await allOrNone(db, (trx) => [put(trx, 'new'), raise(trx, 'old')]), true);
    assert.deepEqual(await rows(), ['new 1', 'old 2']);
  });

  test('none is done when one of them does nothing', async () => {
    const { db, rows } = await withOld();
    assert.equal(
      await allOrNone(db, (trx) => [put(trx, 'new'), raise(trx, 'nobody'), raise(trx, 'old')]),
      false,
    );
    const again = (trx: Kysely<Tables>) => put(trx, 'old').onConflict((conflict) => conflict.doNothing());
    assert.equal(await allOrNone(db, (trx) => [raise(trx, 'old'), again(trx), put(trx, 'new')]), false);
    assert.deepEqual(await rows(), ['old 1']);
  });

  test('none is done when one meets a row that is there, or one that is gone', async () => {
    const { db, rows } = await withOld();
    assert.equal(await allOrNone(db, (trx) => [raise(trx, 'old'), put(trx, 'old')]), false);
    const orphan = (trx: Kysely<Tables>) =>
      trx
        .insertInto('chat')
        .values({
          id: 'a',
          userId: 'nobody',
          sealedTitle: new Uint8Array(),
          keyId: '',
          createdAt: 0,
          updatedAt: 0,
        })
        .returning('id');
    assert.equal(await allOrNone(db, (trx) => [raise(trx, 'old'), orphan(trx)]), false);
    assert.deepEqual(await rows(), ['old 1']);
  });

  test('another failure undoes all as well, and is told', async () => {
    const { db, rows } = await withOld();
    await assert.rejects(
      allOrNone(db, (trx) => [put(trx, 'new'), put(trx, 'bad', null)]),
      /null|NOT NULL/,
    );
    assert.deepEqual(await rows(), ['old 1']);
  });
});
