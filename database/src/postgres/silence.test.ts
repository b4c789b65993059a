import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { type Kysely, sql } from 'kysely';
import { onEveryDatabase, startDatabaseProxy } from '../../../testing/database/database.ts';
import { openDatabase, type Tables, Unavailable } from '../open.ts';

const isAway = (error: unknown) => error instanceof Unavailable && error.kind === 'away';

onEveryDatabase(({ open, kind }) => {
  if (kind === 'sqlite') return;

  test('a query to a silent database fails in time, and works when the database answers again', async () => {
    const { url } = await open();
    const line = await startDatabaseProxy(() => Number(new URL(url).port));
    after(line.close);
    const far = new URL(url);
    far.port = String(line.port);
    const database = openDatabase(far.href, { poolSize: 3, answerMs: 300 });
    after(database.close);
    const { db } = database;
    const ask = (db: Kysely<Tables>) => db.selectFrom('setting').selectAll().execute();
    await Promise.all([ask(db), ask(db), ask(db)]);

    const silence = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const half = db.transaction().execute(async (trx) => {
      await trx.insertInto('setting').values({ key: 'starterLoginCode', value: 'lost' }).execute();
      begun.resolve();
      await silence.promise;
      return ask(trx);
    });
    await begun.promise;
    line.freeze();
    silence.resolve();
    await assert.rejects(half, isAway);
    await assert.rejects(ask(db), isAway);
    line.thaw();
    assert.deepEqual(await ask(db), []);
  });

  test('without a time limit a query waits as long as needed', async () => {
    const { url } = await open();
    const [patient, hasty] = [openDatabase(url), openDatabase(url, { answerMs: 300 })];
    after(() => Promise.all([patient.close(), hasty.close()]));
    const long = sql`select pg_sleep(0.6), 1 as one`;
    const [answer, none] = await Promise.allSettled([long.execute(patient.db), long.execute(hasty.db)]);
    assert.ok(none.status === 'rejected' && isAway(none.reason));
    assert.equal(answer.status, 'fulfilled');
  });
});
