import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { type Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { onEveryDatabase } from '../../testing/database/database.ts';
import { migrate, migrationNames } from './migrate.ts';
import { firstTables } from './migrations/0001-first-tables.ts';
import { members } from './migrations/0002-members.ts';
import { codesByAge } from './migrations/0003-codes-by-age.ts';
import { useCounters } from './migrations/0004-use-counters.ts';
import { openDatabase } from './open.ts';

onEveryDatabase(({ kind, place }) => {
  test('a database of the first version is migrated with all of its data', async () => {
    const { url } = await place();
    const database = openDatabase(url);
    const { db } = database;
    const first = { getMigrations: async () => ({ '0001-first-tables': firstTables(kind) }) };
    const { error } = await new Migrator({ db, provider: first }).migrateToLatest();
    assert.equal(error, undefined);
    const uses = { allowed: 3, remaining: 2, validFrom: 1, validUntil: 2 };
    const terms = {
      requirement: 'NOT_AVAILABLE',
      label: null,
      createdAt: 1,
      createdBy: 'create',
      revokedAt: null,
    } as const;
    const code = { id: 'code', digest: 'd', sealed: 's', kind: 'login', ...uses, ...terms } as const;
    await db
      .insertInto('invitationCode')
      .values(code as never)
      .execute();
    const redemption = { id: 'redemption', codeId: 'code', redeemedAt: 5, entry: 'guest' } as const;
    await db
      .insertInto('redemption')
      .values(redemption as never)
      .execute();

    assert.deepEqual((await migrate(database)).slice(0, 1), ['0002-members']);
    const kept = ['id', 'codeId', 'redeemedAt', 'entry', 'convertedAt'] as const;
    const rows = await db.selectFrom('redemption').select(kept).execute();
    assert.deepEqual(
      rows.map((row) => ({ ...row })),
      [{ ...redemption, convertedAt: null }],
    );
    assert.equal((await db.selectFrom('invitationCode').selectAll().execute()).length, 1);
    assert.deepEqual(await migrate(database), [], 'once');
    await database.close();
  });

  if (kind === 'sqlite') {
    test('the first migration is that of 0.1.0, so existing databases do not run it again', async () => {
      const { db, close } = openDatabase((await place()).url);
      await firstTables(kind).up(db as Kysely<unknown>);
      const { rows } = await sql<{ sql: string }>`
        select sql from sqlite_master where sql is not null order by name`.execute(db);
      const hash = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
      assert.equal(hash.slice(0, 16), '46984093d883e576');
      await close();
    });
  }

  test('a code with uses in old counters keeps all of them', async () => {
    const { url } = await place();
    const database = openDatabase(url);
    const { db } = database;
    const before = {
      '0001-first-tables': firstTables(kind),
      '0002-members': members(kind),
      '0003-codes-by-age': codesByAge,
      '0004-use-counters': useCounters,
    };
    const migrations = { getMigrations: async () => before };
    assert.equal((await new Migrator({ db, provider: migrations }).migrateToLatest()).error, undefined);
    await sql`
      insert into "invitationCode"
      select id, id, 's', 'login', 100, "remaining", 1, 2, 'NOT_AVAILABLE', null, 1, 'create', null
      from (select 'spread' as id, 0 as "remaining" union all select 'whole', 7) as codes`.execute(db);
    await sql`insert into "useCounter" values ('spread', 0, 30), ('spread', 3, 12)`.execute(db);

    const later = migrationNames(url).filter((name) => !Object.hasOwn(before, name));
    assert.deepEqual(await migrate(database), later);
    const codes = await db.selectFrom('invitationCode').select(['id', 'remaining']).orderBy('id').execute();
    assert.deepEqual(
      codes.map(({ id, remaining }) => [id, remaining]),
      [
        ['spread', 42],
        ['whole', 7],
      ],
    );
    assert.deepEqual(await db.selectFrom('useCounter').selectAll().execute(), []);
    await database.close();
  });

  test('existing chats are counted', async () => {
    const database = openDatabase((await place()).url);
    const { db } = database;
    const first = { getMigrations: async () => ({ '0001-first-tables': firstTables(kind) }) };
    assert.equal((await new Migrator({ db, provider: first }).migrateToLatest()).error, undefined);
    for (const id of ['ada', 'bert', 'none'])
      await sql`
        insert into "user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt", "isGuest")
        values (${id}, '', ${id}, ${false}, ${new Date(0)}, ${new Date(0)}, ${false})`.execute(db);
    const chats = { one: 'ada', two: 'ada', three: 'bert', empty: 'bert' };
    for (const [id, userId] of Object.entries(chats))
      await sql`insert into "chat" values (${id}, ${userId}, ${id}, 1, 1)`.execute(db);
    const texts = [
      ['one', 'heron'],
      ['one', 'ox'],
      ['two', 'abc'],
      ['three', 'x'.repeat(5000)],
    ] as const;
    for (const [position, [chatId, text]] of texts.entries())
      await sql`
        insert into "message" values (${chatId}, ${String(position)}, ${position}, 'user', ${text}, 'complete', 1)`.execute(
        db,
      );
    await migrate(database);
    const counted = await db.selectFrom('user').select(['id', 'chats', 'characters']).orderBy('id').execute();
    assert.deepEqual(
      counted.map(({ id, chats, characters }) => [id, chats, characters]),
      [
        ['ada', 2, 10],
        ['bert', 2, 5000],
        ['none', 0, 0],
      ],
    );
    await database.close();
  });
});
