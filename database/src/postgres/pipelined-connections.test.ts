import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import {
  needs,
  onEveryDatabase,
  pgbouncer as program,
  startDatabaseProxy,
  startPgbouncer,
} from '../../../testing/database/database.ts';
import { captureUnavailable, openDatabase, Unavailable } from '../open.ts';

const isAway = (error: unknown) => error instanceof Unavailable && error.kind === 'away';

onEveryDatabase(({ open, kind }) => {
  if (kind === 'sqlite') return;

  async function openServing(options: { through?: number; answerMs?: number } = {}) {
    const { url, db: direct } = await open();
    const address = new URL(url);
    if (options.through) address.port = String(options.through);
    const database = openDatabase(address.href, { keepsStatements: true, answerMs: options.answerMs });
    after(database.close);
    const read = (key: string) =>
      database.reads
        .selectFrom('setting')
        .select('value')
        .where('key', '=', key as 'sweepTurn')
        .executeTakeFirst();
    return { ...database, direct, read, url };
  }

  /** Other connections to this database. */
  const connections = (db: Awaited<ReturnType<typeof open>>['db']) =>
    sql<{ pid: number }>`select pid from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and application_name = 'foyer'`
      .execute(db)
      .then(({ rows }) => rows.map(({ pid }) => pid));

  test('a hundred reads at once share a few connections, and each gets its own result', async () => {
    const { direct, read } = await openServing();
    const keys = Array.from({ length: 100 }, (_, i) => `key ${i}`);
    await direct
      .insertInto('setting')
      .values(keys.map((key) => ({ key, value: `value of ${key}` })) as never)
      .execute();
    const before = (await connections(direct)).length;
    const answers = await Promise.all(keys.map(read));
    assert.deepEqual(
      answers.map((row) => row?.value),
      keys.map((key) => `value of ${key}`),
    );
    assert.equal((await connections(direct)).length - before, 4);
  });

  test(
    'behind a pooler, which may give each statement another connection, connections are not shared',
    needs(program),
    async () => {
      const { url } = await open();
      const pgbouncer = await startPgbouncer(url, { connections: 3 });
      after(pgbouncer.stop);
      const { read, poolState, close } = await openServing({ through: Number(new URL(pgbouncer.url).port) });
      assert.deepEqual(
        await Promise.all(Array.from({ length: 40 }, () => read('x'))),
        Array.from({ length: 40 }, () => undefined),
      );
      // All connections are ordinary ones.
      assert.deepEqual([poolState()?.shared, poolState()?.size], [0, 20]);
      await close();
      await pgbouncer.stop();
    },
  );

  test('a connection that breaks while it opens does not look like a pooler: the next one is shared', async () => {
    const { url } = await open();
    const line = await startDatabaseProxy(() => Number(new URL(url).port), { breaksAt: 'jit' });
    after(line.close);
    const { read, poolState } = await openServing({ through: line.port });
    await assert.rejects(read('x'), isAway);
    line.hold();
    await read('x');
    assert.equal(poolState()?.shared, 1);
  });

  test('a failed statement does not fail the others on its connection', async () => {
    const { reads, read } = await openServing();
    const broken = () => sql`select 1 / ${0}::int`.execute(reads);
    const answers = await Promise.allSettled(
      Array.from({ length: 40 }, (_, i) => (i % 2 ? read('x') : broken())),
    );
    assert.deepEqual(
      answers.map(({ status }) => status),
      answers.map((_, i) => (i % 2 ? 'fulfilled' : 'rejected')),
    );
  });

  test('a read on a connection that closes fails, and the next read opens another one', async () => {
    const { direct, read, reads } = await openServing();
    await Promise.all(Array.from({ length: 8 }, () => read('x')));
    const waiting = Array.from({ length: 4 }, () => sql`select pg_sleep(60)`.execute(reads));
    const ended = Promise.allSettled(waiting);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and application_name = 'foyer'`.execute(
      direct,
    );
    for (const answer of await ended) assert.ok(answer.status === 'rejected' && isAway(answer.reason));
    assert.equal(await read('x'), undefined);
  });

  test('a read from a silent database fails in time', async () => {
    const { url } = await open();
    const line = await startDatabaseProxy(() => Number(new URL(url).port));
    after(line.close);
    const { read } = await openServing({ through: line.port, answerMs: 300 });
    await read('x');
    line.freeze();
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => read('x')));
    for (const answer of answers) assert.ok(answer.status === 'rejected' && isAway(answer.reason));
    line.thaw();
    assert.equal(await read('x'), undefined);
  });

  test('the error of a connection also reaches the second query that meets it', async () => {
    const { url } = await open();
    const line = await startDatabaseProxy(() => Number(new URL(url).port));
    after(line.close);
    const { reads } = await openServing({ through: line.port, answerMs: 300 });
    await reads.connection().execute(async (connection) => {
      const ask = () => sql`select 1`.execute(connection);
      await ask();
      line.freeze();
      await assert.rejects(ask, isAway);
      // A library in between may replace this error with its own.
      const noticed = await captureUnavailable(() => ask().catch(() => {}));
      assert.equal(noticed?.kind, 'away');
    });
    line.thaw();
  });
});
