import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEveryDatabase } from '../../../testing/database/database.ts';
import { withJobLock } from './job-lock.ts';

onEveryDatabase(({ open }) => {
  test('of several that would do it at once one does, and after it another', async () => {
    const { db } = await open();
    const doing = Promise.withResolvers<void>();
    const ended = Promise.withResolvers<void>();
    const first = withJobLock(db, Date.now, () => {
      doing.resolve();
      return ended.promise;
    });
    await doing.promise;
    const none = () => Promise.reject(new Error('two at once'));
    const others = await Promise.all(Array.from({ length: 9 }, () => withJobLock(db, Date.now, none)));
    assert.ok(!others.includes(true));
    ended.resolve();
    assert.equal(await first, true);
    assert.equal(await withJobLock(db, Date.now, async () => {}), true);
  });

  test('the turn of one who fails is over at once, and of one who dies after five minutes', async () => {
    const { db } = await open();
    await assert.rejects(
      withJobLock(db, Date.now, () => Promise.reject(new Error('broken'))),
      /broken/,
    );
    void withJobLock(db, Date.now, () => new Promise(() => {}));
    const inMs = (ms: number) => () => Date.now() + ms;
    while (await withJobLock(db, Date.now, async () => {}));
    assert.equal(await withJobLock(db, inMs(290_000), async () => {}), false);
    assert.equal(await withJobLock(db, inMs(301_000), async () => {}), true);
  });

  test('the turn of one who died while the clock was ahead of the time is over at once', async () => {
    const { db } = await open();
    const doing = Promise.withResolvers<void>();
    void withJobLock(
      db,
      () => Date.now() + 3_600_000,
      () => {
        doing.resolve();
        return new Promise(() => {});
      },
    );
    await doing.promise;
    assert.equal(await withJobLock(db, Date.now, async () => {}), true);
  });

  test('who takes longer than a turn has it still', async () => {
    const { db } = await open();
    let aheadMs = 0;
    const now = () => Date.now() + aheadMs;
    const none = () => Promise.reject(new Error('two at once'));
    const done = await withJobLock(db, now, async (renew) => {
      for (let round = 0; round < 4; round++) {
        aheadMs += 200_000;
        await renew();
        assert.equal(await withJobLock(db, now, none), false);
      }
    });
    assert.equal(done, true);
    assert.equal(await withJobLock(db, now, async () => {}), true);
  });
});
