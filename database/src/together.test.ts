import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEveryDatabase } from './testing.ts';
import { together } from './together.ts';

onEveryDatabase(({ open }) => {
  test('statements that are run together are all done, and each tells whether it did something', async () => {
    const { db } = await open();
    const put = (key: string) =>
      db
        .insertInto('tryLimit')
        .values({ key, level: 1, at: 0 })
        .onConflict((conflict) => conflict.doNothing())
        .returning('key');
    const raise = (key: string) =>
      db.updateTable('tryLimit').set({ level: 2 }).where('key', '=', key).returning('key');
    await put('old').execute();

    const done = await together(db, {
      new: put('new'),
      again: put('old'),
      raised: raise('old'),
      missed: raise('nobody'),
      notNeeded: null,
    });
    assert.deepEqual(done, { new: true, again: false, raised: true, missed: false, notNeeded: true });
    const rows = await db.selectFrom('tryLimit').select(['key', 'level']).orderBy('key').execute();
    assert.deepEqual(
      rows.map(({ key, level }) => `${key} ${level}`),
      ['new 1', 'old 2'],
    );
  });

  test('when one of them fails, none is done', async () => {
    const { db } = await open();
    const put = (key: string, level: number | null) =>
      db
        .insertInto('tryLimit')
        .values({ key, level: level as number, at: 0 })
        .returning('key');
    const act = db
      .transaction()
      .execute((trx) => together(trx, { good: put('good', 1), bad: put('bad', null) }));
    await assert.rejects(act, /null|NOT NULL/);
    assert.deepEqual(await db.selectFrom('tryLimit').selectAll().execute(), []);
  });
});
