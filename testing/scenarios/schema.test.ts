import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tableNames } from '@foyer/database/table-names';
import { getMigrations } from 'better-auth/db/migration';
import { sql } from 'kysely';
import { onEveryDatabase } from '../database/database.ts';
import { startApp, type TestApp } from '../server/app.ts';

/** Tables without data of users, or with data that is deleted in another way. */
const notOfPeople = {
  invitationCode: 'what the operator hands out',
  batch: 'which codes the operator made together',
  tokenUse: 'how many tokens a code has used',
  useOfDay: 'what a code brought on a day',
  redemption: 'names nobody, and outlives the person',
  setting: 'what the installation remembers of itself',
  useCounter: 'how many uses a code has left',
  tryLimit: 'a keyed digest of an address, deleted after an hour',
  verification: 'deleted when it expires',
  operatorSetting: 'what operators changed, for everybody',
  audit: 'what operators did, by ids only; it outlives them, and nobody can delete it',
  modelCalls: 'how often the model was asked on a day, by everybody together',
};

onEveryDatabase(({ kind, place }) => {
  test('the tables are those that Better Auth expects', async () => {
    const app = await startApp((await place()).url);
    const { toBeCreated, toBeAdded } = await getMigrations(app.parts.auth.options);
    assert.deepEqual([toBeCreated, toBeAdded], [[], []]);
  });

  test('a backup contains every table', async () => {
    const app = await startApp((await place()).url);
    const tables = (await app.db.introspection.getTables()).map(({ name }) => name);
    assert.deepEqual([...tableNames].sort(), tables.sort());
  });

  test('every table of users hangs on the user by foreign keys that cascade', async () => {
    const app = await startApp((await place()).url);
    const tables = (await app.db.introspection.getTables()).map(({ name }) => name);
    const cascades = kind === 'sqlite' ? await sqliteCascades(app, tables) : await postgresCascades(app);
    const hanging = new Set(['user']);
    for (const _ of tables) {
      for (const { table, parent } of cascades) if (hanging.has(parent)) hanging.add(table);
    }
    assert.deepEqual([...hanging, ...Object.keys(notOfPeople)].sort(), tables.sort());
  });
});

async function sqliteCascades({ db }: TestApp, tables: string[]) {
  const found: { table: string; parent: string }[] = [];
  for (const table of tables) {
    const keys = await sql<{
      table: string;
      on_delete: string;
    }>`select * from pragma_foreign_key_list(${table})`.execute(db);
    for (const key of keys.rows) if (key.on_delete === 'CASCADE') found.push({ table, parent: key.table });
  }
  return found;
}

async function postgresCascades({ db }: TestApp) {
  const keys = await sql<{ table: string; parent: string }>`
    select child.relname as "table", parent.relname as "parent"
    from pg_constraint
    join pg_class child on child.oid = conrelid
    join pg_class parent on parent.oid = confrelid
    where contype = 'f' and confdeltype = 'c'`.execute(db);
  return keys.rows;
}
