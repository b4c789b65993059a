import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Migrator } from 'kysely/migration';
import { migrate } from './migrate.ts';
import { firstTables } from './migrations/0001-first-tables.ts';
import { openDatabase } from './open.ts';
import { onEveryDatabase } from './testing.ts';

onEveryDatabase(({ kind, place }) => {
  test('a database of the first version is brought up to date with all that is in it', async () => {
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
    await db.insertInto('invitationCode').values(code).execute();
    const redemption = { id: 'redemption', codeId: 'code', redeemedAt: 5, entry: 'guest' } as const;
    await db
      .insertInto('redemption')
      .values(redemption as never)
      .execute();

    assert.deepEqual((await migrate(database)).slice(0, 1), ['0002-members']);
    const rows = await db.selectFrom('redemption').selectAll().execute();
    assert.deepEqual(
      rows.map((row) => ({ ...row })),
      [{ ...redemption, convertedAt: null }],
    );
    assert.equal((await db.selectFrom('invitationCode').selectAll().execute()).length, 1);
    assert.deepEqual(await migrate(database), [], 'once');
    await database.close();
  });
});
