import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { type Database, openDatabase } from '@foyer/database';
import { migrate } from '@foyer/database/migrate';
import { unwrap, wrappedBy } from '@foyer/invitation-codes/data-keys';
import { deriveKeys } from '@foyer/invitation-codes/seal';
import { sql } from 'kysely';
import { filesOf, migrateUpTo, onEveryDatabase } from '../../../testing/database/database.ts';
import { newEmail, startApp } from '../../../testing/server/app.ts';
import { withJobLock } from '../installation/job-lock.ts';
import { sealChats, unsealedChats } from './seal-chats.ts';

const keys = deriveKeys('a secret of the tests, long enough');
const messages = 1200;

onEveryDatabase(({ kind, place }) => {
  /** A database of version 0.1 with users and chats. */
  async function former(people: { id: string; email: string; isGuest: boolean; chats: number }[]) {
    const { url } = await place();
    const database = openDatabase(url);
    after(database.close);
    await migrateUpTo(database, '0009-bounds');
    const { db } = database;
    const at = new Date();
    for (const { id, email, isGuest, chats } of people) {
      await sql`
        insert into "user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt", "isGuest", "lastSeenAt")
        values (${id}, '', ${email}, ${false}, ${at}, ${at}, ${isGuest}, ${isGuest ? Date.now() : null})`.execute(
        db,
      );
      // The cleanup would erase a guest without a session.
      await sql`
        insert into "session" ("id", "userId", "token", "expiresAt", "createdAt", "updatedAt")
        values (${id}, ${id}, ${id}, ${new Date(Date.now() + 86_400_000)}, ${at}, ${at})`.execute(db);
      for (let chat = 0; chat < chats; chat++) {
        const chatId = crypto.randomUUID();
        await sql`
          insert into "chat" ("id", "userId", "title", "createdAt", "updatedAt")
          values (${chatId}, ${id}, ${`title ${chat} of ${id}`}, 1, ${chat})`.execute(db);
        const rows = Array.from({ length: chat === 0 ? messages : 3 }, (_, position) => position);
        for (const position of rows)
          await sql`
            insert into "message" ("chatId", "id", "position", "role", "text", "status", "createdAt", "characters")
            values (${chatId}, ${`m${position}`}, ${position}, 'user', ${`text ${position} of ${id}`}, 'complete', 1, 1)`.execute(
            db,
          );
      }
    }
    await migrate(database);
    return { url, database };
  }

  const parts = (database: Database) => ({ database, keys, log: () => {}, now: Date.now });

  test('chats of a former version are sealed, readable for their owners, and in no file any more', async () => {
    const email = newEmail();
    const people = [
      { id: 'ada', email, isGuest: false, chats: 3 },
      { id: 'guest', email: 'guest@guest.invalid', isGuest: true, chats: 2 },
      { id: 'new guest', email: 'new@guest.invalid', isGuest: true, chats: 0 },
    ];
    const { url, database } = await former(people);
    assert.equal(await unsealedChats(database), 5);
    const app = await startApp(url);
    assert.equal(await unsealedChats(database), null);
    // PostgreSQL's write-ahead log keeps the old version's writes for a while.
    for await (const { name, bytes } of filesOf(database, url))
      for (const { id } of people)
        if (!name.includes('/pg_wal/'))
          assert.ok(!bytes.includes(`text 7 of ${id}`) && !bytes.includes(`title 0 of ${id}`), name);

    // Each returns with an old session.
    const sessionOf = async (userId: string) => {
      const { headers } = await app.parts.auth.api.beginSession({
        body: { userId },
        headers: new Headers(),
        returnHeaders: true,
      });
      const visitor = app.visitor();
      const [name = '', value = ''] = (headers.getSetCookie()[0] ?? '').split(';')[0]?.split(/=(.*)/s) ?? [];
      visitor.cookies.set(name, value);
      return visitor;
    };
    for (const { id, chats } of people) {
      const person = await sessionOf(id);
      // A lost response (with its cookie) loses no chat; a page sends several requests at once.
      const lost = await sessionOf(id);
      const first = await Promise.all([lost.chats(), ...[1, 2, 3, 4].map(() => person.chats())]);
      assert.deepEqual(
        first.map(({ status }) => status),
        first.map(() => 200),
      );
      const list = (await person.chats()).body as { id: string; title: string }[];
      assert.deepEqual(
        list.map(({ title }) => title),
        Array.from({ length: chats }, (_, i) => `title ${chats - 1 - i} of ${id}`),
      );
      if (chats > 0) {
        const { body } = await person.get(`/api/chats/${list.at(-1)?.id}`);
        const texts = (body as { messages: { parts: { text: string }[] }[] }).messages;
        assert.equal(texts.length, messages);
        assert.equal(texts[messages - 1]?.parts[0]?.text, `text ${messages - 1} of ${id}`);
      }
      if (id === 'ada') continue;
      // After the browser has sent the guest's key back, nothing else opens the chats.
      const { dataKeys } = await app.db
        .selectFrom('user')
        .select('dataKeys')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      assert.equal(wrappedBy(dataKeys ?? ''), 'browser');
      assert.equal(unwrap(dataKeys ?? '', { userId: id, secretKey: keys.data, browserKey: null }), null);
      assert.ok(person.cookies.has('foyer.key'));
    }
  });

  test('a long chat is sealed about as fast as many short ones', async () => {
    const durationOf = async (chats: number) => {
      const { database } = await former([{ id: 'ada', email: newEmail(), isGuest: false, chats }]);
      const begun = performance.now();
      await sealChats(parts(database));
      return performance.now() - begun;
    };
    const long = await durationOf(1);
    // One long chat, and 399 chats of three messages.
    const both = await durationOf(400);
    assert.ok(long < both / 2, `${long} ms and ${both} ms`);
  });

  test('when the sealing server is killed, others wait some seconds and log it', async () => {
    const { database } = await former([{ id: 'ada', email: newEmail(), isGuest: false, chats: 1 }]);
    const { db } = database;
    const killed = { key: 'sealTurn', turnMs: 20_000 } as const;
    await new Promise<void>((begun) => {
      void withJobLock(db, Date.now, () => new Promise(() => begun()), killed);
    });
    const logged: string[] = [];
    // The turn of the killed server is over once the other one has said that it waits.
    const later = () => Date.now() + (logged.length > 0 ? 21_000 : 0);
    await sealChats({ ...parts(database), log: (event) => logged.push(event), now: later });
    assert.equal(await unsealedChats(database), null);
    assert.equal(logged.filter((event) => event.includes('another server')).length, 1);
  });

  test('interrupted sealing continues where it was, and several servers at once do it once', async () => {
    const { database } = await former([
      { id: 'ada', email: newEmail(), isGuest: false, chats: 4 },
      { id: 'bert', email: newEmail(), isGuest: false, chats: 1 },
    ]);
    const { db } = database;
    // Interrupted in the middle of a chat: the database refuses the third batch.
    const broken = await breakAfter(database, 700);
    await assert.rejects(sealChats(parts(database)), /broken/);
    await broken.restore();
    const left = await unsealedChats(database);
    assert.ok(left !== null && left > 0, `${left} are left`);
    await Promise.all([1, 2, 3].map(() => sealChats(parts(database))));
    assert.equal(await unsealedChats(database), null);
    const unsealed = await db
      .selectFrom('message')
      .select('id')
      .where('keyId', 'is', null as never)
      .execute();
    assert.deepEqual(unsealed, []);
    const { dataKeys } = await db
      .selectFrom('user')
      .select('dataKeys')
      .where('id', '=', 'ada')
      .executeTakeFirstOrThrow();
    const opened = unwrap(dataKeys ?? '', { userId: 'ada', secretKey: keys.data, browserKey: null });
    assert.equal(opened?.length, 1);
    const keyIds = await db
      .selectFrom('message')
      .innerJoin('chat', 'chat.id', 'message.chatId')
      .select('message.keyId')
      .distinct()
      .where('userId', '=', 'ada')
      .execute();
    assert.deepEqual(
      keyIds.map(({ keyId }) => keyId),
      [opened?.[0].id],
    );
  });

  /** Makes the database refuse to seal the message at this position. */
  async function breakAfter({ db }: Database, position: number) {
    if (kind === 'sqlite') {
      await sql`
        create trigger broken before update on "message" when old."position" = ${sql.lit(position)}
        begin select raise(abort, 'broken'); end`.execute(db);
      return { restore: () => sql`drop trigger broken`.execute(db) };
    }
    const body = sql.lit("begin raise exception 'broken'; end");
    await sql`create or replace function broken() returns trigger language plpgsql as ${body}`.execute(db);
    await sql`
      create trigger broken before update on "message" for each row
      when (old."position" = ${sql.lit(position)}) execute function broken()`.execute(db);
    return { restore: () => sql`drop trigger broken on "message"`.execute(db) };
  }
});
