import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { type Database, openDatabase } from '@foyer/database';
import { migrate } from '@foyer/database/migrate';
import { findCode, listCodes } from '@foyer/invitation-codes/codes';
import { newId } from '@foyer/invitation-codes/new-id';
import { deriveKeys, digestOf, formerDigestOf, seal } from '@foyer/invitation-codes/seal';
import { sql } from 'kysely';
import { migrateUpTo, onEveryDatabase } from '../../../testing/database/database.ts';
import { startApp } from '../../../testing/server/app.ts';
import { withJobLock } from './job-lock.ts';
import { rewriteCodes } from './rewrite-codes.ts';

const secret = 'a secret of the tests, long enough';
const keys = deriveKeys(secret);
onEveryDatabase(({ kind, place }) => {
  /** A database of version 0.1 with these codes, after its migration. */
  async function former(codes: string[], starter?: string) {
    const { url } = await place();
    const database = openDatabase(url);
    after(database.close);
    await migrateUpTo(database, '0010-sealed-chats');
    const { db } = database;
    for (const code of codes) {
      const digest = formerDigestOf(keys, code);
      await sql`
        insert into "invitationCode" (
          "id", "digest", "sealed", "kind", "allowed", "remaining", "validFrom", "validUntil", "requirement", "createdAt", "createdBy"
        ) values (
          ${newId()}, ${digest}, ${seal(keys, code, digest)}, 'login', 5, 5, 0, ${Date.now() + 86_400_000}, 'NOT_AVAILABLE', 1, 'create'
        )`.execute(db);
    }
    if (starter !== undefined)
      await db
        .insertInto('setting')
        .values({ key: 'starterLoginCode', value: formerDigestOf(keys, starter) })
        .execute();
    await migrate(database);
    return { url, database };
  }

  const rewrite = (database: Database) => rewriteCodes({ database, keys, log: () => {}, now: Date.now });

  const rowsOf = async ({ db }: Database) => {
    const rows = await db.selectFrom('invitationCode').select(['id', 'digest', 'sealed']).execute();
    return new Map(rows.map(({ id, ...row }) => [id, row]));
  };

  const textsOf = async ({ db }: Database) =>
    (await Array.fromAsync(listCodes(db, keys), ({ code }) => code)).sort();

  test('codes of version 0.1 work in every spelling, and only the rows whose form changes are written', async () => {
    const texts = ['7K3M-9QXA-2FV8B', 'Spring-2027', 'Summer 2027', '“Autumn”', 'GİRNE_2027'];
    const { url, database } = await former(texts, 'Summer 2027');
    const before = await rowsOf(database);
    const app = await startApp(url, { NODE_ENV: 'development' });
    assert.deepEqual(await textsOf(database), texts.toSorted());
    const changed = [...(await rowsOf(database))].filter(
      ([id, row]) => before.get(id)?.sealed !== row.sealed,
    );
    assert.equal(changed.length, 3);
    for (const text of [
      'Spring 2027',
      'SUMMER–2027',
      'Summer 2027',
      'autumn',
      'girne-2027',
      '(7k3m 9qxa 2fv8b)',
    ])
      assert.equal((await app.visitor().enter(text)).status, 200, text);
    // The code of the first start is known by its digest.
    assert.equal((await app.visitor().enterByDefault()).status, 200);
  });

  test('two codes that become one are found by their exact spelling, and by no other', async () => {
    const { url, database } = await former([
      'SPRING 2027',
      'SPRING_2027',
      'AUTUMN-2027',
      'AUTUMN 2027',
      'PLAIN',
    ]);
    const before = await rowsOf(database);
    const app = await startApp(url, { DEFAULT_LOGIN_CODE: 'spring 2027' });
    assert.deepEqual(await rowsOf(database), before);
    for (const text of ['SPRING 2027', 'spring_2027', 'Autumn-2027', 'autumn 2027', 'plain']) {
      assert.equal((await app.visitor().enter(text)).status, 200, text);
      const code = await findCode(app.db, keys, text);
      assert.deepEqual([code?.code, code?.remaining], [text.toUpperCase(), 4]);
    }
    assert.equal((await app.visitor().enter('SPRING-2027')).status, 400);
    assert.equal((await app.visitor().enterByDefault()).status, 200);
    assert.equal((await findCode(app.db, keys, 'SPRING 2027'))?.remaining, 3);
    const checked = await app.visitor().post('/api/auth/invitation-code/check', { code: 'spring 2027' });
    assert.deepEqual(checked.body, { state: 'login', language: null });
  });

  test('an interrupted rewriting goes on, also between two codes that become one, and several servers do it once', async () => {
    const many = Array.from({ length: 2500 }, (_, index) => `Card no ${index}`);
    const { database } = await former([...many, 'SPRING 2027', 'SPRING_2027']);
    const broken = await breakAt(database, 1700);
    await assert.rejects(rewrite(database), /broken/);
    await broken.restore();
    const halfDone = [...(await rowsOf(database)).values()].map(({ digest }) => digest);
    const isNew = (text: string) => halfDone.includes(digestOf(keys, text));
    const done = many.filter(isNew).length;
    assert.ok(done > 0 && done < many.length, `${done} are rewritten`);
    await Promise.all([1, 2, 3].map(() => rewrite(database)));
    const digests = [...(await rowsOf(database)).values()].map(({ digest }) => digest);
    const expected = [
      ...many.map((text) => digestOf(keys, text)),
      ...['SPRING 2027', 'SPRING_2027'].map((text) => formerDigestOf(keys, text)),
    ];
    assert.deepEqual(digests.toSorted(), expected.toSorted());
    assert.equal((await textsOf(database)).length, many.length + 2);
    assert.equal(await isDue(database), false);
  });

  test('when the rewriting server is killed, another one waits for some seconds and goes on', async () => {
    const { database } = await former(['Summer 2027']);
    await new Promise<void>((begun) => {
      void withJobLock(database.db, Date.now, () => new Promise(() => begun()), {
        key: 'codeTurn',
        turnMs: 20_000,
      });
    });
    const logged: string[] = [];
    const later = () => Date.now() + (logged.length > 0 ? 21_000 : 0);
    await rewriteCodes({ database, keys, log: (event) => logged.push(event), now: later });
    assert.equal(logged.filter((event) => event.includes('another server')).length, 1);
    assert.equal((await findCode(database.db, keys, 'summer–2027'))?.code, 'Summer 2027');
  });

  test('a text that cannot be opened does not keep the others from being rewritten', async () => {
    const { database } = await former(['Summer 2027', 'Winter 2027']);
    const { db } = database;
    await db
      .updateTable('invitationCode')
      .set({ sealed: 'AAAA' })
      .where('digest', '=', formerDigestOf(keys, 'Winter 2027'))
      .execute();
    await rewrite(database);
    assert.equal((await findCode(db, keys, 'summer-2027'))?.code, 'Summer 2027');
    assert.equal(await isDue(database), false);
  });

  test('a new database has nothing to rewrite', async () => {
    const { url } = await place();
    const database = openDatabase(url);
    after(database.close);
    await migrate(database);
    assert.equal(await isDue(database), false);
  });

  async function isDue({ db }: Database): Promise<boolean> {
    const due = await db.selectFrom('setting').select('key').where('key', '=', 'codeFormsDue').execute();
    return due.length > 0;
  }

  /** Makes the database refuse to rewrite the code that was created as this one. */
  async function breakAt({ db }: Database, index: number) {
    const { id } = await db
      .selectFrom('invitationCode')
      .select('id')
      .orderBy('id')
      .offset(index)
      .limit(1)
      .executeTakeFirstOrThrow();
    if (kind === 'sqlite') {
      await sql`
        create trigger broken before update on "invitationCode" when old."id" = ${sql.lit(id)}
        begin select raise(abort, 'broken'); end`.execute(db);
      return { restore: () => sql`drop trigger broken`.execute(db) };
    }
    const body = sql.lit("begin raise exception 'broken'; end");
    await sql`create or replace function broken() returns trigger language plpgsql as ${body}`.execute(db);
    await sql`
      create trigger broken before update on "invitationCode" for each row
      when (old."id" = ${sql.lit(id)}) execute function broken()`.execute(db);
    return { restore: () => sql`drop trigger broken on "invitationCode"`.execute(db) };
  }
});
