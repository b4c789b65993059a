import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { onEveryDatabase } from '../../../testing/database/database.ts';
import { openDatabase } from '../open.ts';

onEveryDatabase(({ kind, open }) => {
  if (kind !== 'sqlite') return;

  const people = Array.from({ length: 50 }, (_, i) => i);

  /** A database, a function that inserts a row, and a reader in another process. */
  const withRows = async () => {
    const { db, url } = await open();
    const file = new DatabaseSync(url.slice('sqlite:'.length), { readOnly: true });
    const seen = file.prepare('select "key" from "tryLimit" order by rowid');
    return {
      db,
      url,
      write: (i: number) =>
        db
          .insertInto('tryLimit')
          .values({ key: `row ${i}`, level: i, at: 0 })
          .execute(),
      seen: () => seen.all().map(({ key }) => key),
    };
  };

  test('waiting transactions share a commit, and each is on the disk when it resolves', async () => {
    const { db, write, seen } = await withRows();
    const visible = await Promise.all(
      people.map(async (i) => {
        await db.transaction().execute(() => write(i));
        assert.ok(seen().includes(`row ${i}`));
        return seen().length;
      }),
    );
    assert.ok(Math.min(...visible) > 1, 'the first one did not run alone');
    assert.equal(seen().length, people.length);
  });

  test('a transaction that waits too long is refused, and a later one works', async (t) => {
    const { db, write, seen } = await withRows();
    let aheadMs = 0;
    const clock = performance.now.bind(performance);
    t.mock.method(performance, 'now', () => clock() + aheadMs);
    t.mock.timers.enable({ apis: ['Date'], now: Date.now() });
    const [holds, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const holding = db.transaction().execute(async () => {
      await write(0);
      holds.resolve();
      await mayEnd.promise;
    });
    await holds.promise;
    const late = write(1).catch(({ kind }) => kind);
    // By the next turn of the event loop they are queued.
    await setImmediate();
    aheadMs = 10_001;
    const inTime = write(2);
    await setImmediate();
    // A changed system clock affects no wait.
    t.mock.timers.tick(3_600_000);
    mayEnd.resolve();
    await holding;
    assert.equal(await late, 'overloaded');
    await inTime;
    assert.deepEqual(seen(), ['row 0', 'row 2']);
  });

  test('a single transaction waits for nobody', async () => {
    const { write, seen } = await withRows();
    for (const i of people.slice(0, 3)) {
      await write(i);
      assert.equal(seen().length, i + 1);
    }
  });

  test('a failed transaction leaves nothing, and the others of its commit stay', async () => {
    const { db, write, seen } = await withRows();
    const done = await Promise.allSettled(
      people.map((i) =>
        db.transaction().execute(async () => {
          await write(i);
          if (i % 3 === 0) throw new Error('undone');
          if (i % 5 === 0) await write(i);
        }),
      ),
    );
    assert.deepEqual(
      done.map(({ status }) => status === 'fulfilled'),
      people.map((i) => i % 3 !== 0 && i % 5 !== 0),
    );
    const kept = people.filter((i) => done[i]?.status === 'fulfilled');
    assert.deepEqual(
      seen(),
      kept.map((i) => `row ${i}`),
    );
  });

  test('when the commit fails, all transactions that share it fail, and later ones work', async () => {
    const { db, write, seen } = await withRows();
    // A deferred constraint: it is checked at the commit, not at the savepoint.
    await sql`create table "late" ("of" text references "user" ("id") deferrable initially deferred)`.execute(
      db,
    );
    const failing = await Promise.allSettled([
      write(1),
      db.transaction().execute(() => sql`insert into "late" values ('nobody')`.execute(db)),
      write(2),
    ]);
    assert.deepEqual(
      failing.map(({ status }) => status),
      ['rejected', 'rejected', 'rejected'],
    );
    assert.deepEqual(seen(), []);
    await write(3);
    assert.deepEqual(seen(), ['row 3']);
  });

  test('when the commit fails, a transaction that relied on its writes gets the error, not its own decision', async () => {
    const { db, write } = await withRows();
    await sql`create table "late" ("of" text references "user" ("id") deferrable initially deferred)`.execute(
      db,
    );
    const [, decided] = await Promise.allSettled([
      write(1),
      db.transaction().execute(async (trx) => {
        const rows = await trx.selectFrom('tryLimit').selectAll().execute();
        if (rows.length > 0) throw new Error('somebody was here before');
      }),
      db.transaction().execute(() => sql`insert into "late" values ('nobody')`.execute(db)),
    ]);
    assert.match(String((decided as PromiseRejectedResult).reason), /FOREIGN KEY/);
  });

  test('after SQLite has rolled back by itself, unaware transactions write nothing more', async () => {
    const { db, write, seen } = await withRows();
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
    await sql`pragma max_page_count = ${sql.lit((rows[0]?.page_count ?? 0) + 2)}`.execute(db);
    const heedless = db.transaction().execute(async (trx) => {
      await write(1);
      const large = { key: 'x'.repeat(100_000), level: 0, at: 0 };
      await assert.rejects(trx.insertInto('tryLimit').values(large).execute(), { kind: 'full' });
      await write(2);
    });
    await assert.rejects(heedless, { kind: 'full' });
    assert.deepEqual(seen(), []);
    await write(3);
    assert.deepEqual(seen(), ['row 3']);
  });

  test('open writes are committed when the database closes', async () => {
    const { write, db, seen } = await withRows();
    const writing = write(1);
    // Until it is written and waits for its commit.
    for (let turn = 0; turn < 40; turn++) await null;
    await db.destroy();
    await writing;
    assert.deepEqual(seen(), ['row 1']);
  });

  test('two processes that write to one file without a pause both get their turn', async () => {
    const { url, db, seen } = await withRows();
    const other = openDatabase(url);
    const all = await Promise.all(
      [db, other.db].flatMap((database, process) =>
        people.map((i) =>
          database
            .insertInto('tryLimit')
            .values({ key: `${process} ${i}`, level: 0, at: 0 })
            .execute(),
        ),
      ),
    );
    assert.equal(all.length, seen().length);
    await other.close();
  });
});
