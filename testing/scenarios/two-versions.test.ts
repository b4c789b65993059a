import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { onEveryDatabase } from '../database/database.ts';
import { newEmail, startApp } from '../server/app.ts';

onEveryDatabase(({ place }) => {
  test('a server continues while the next version expands every table', async () => {
    const app = await startApp((await place()).url, { GUEST_CONVERSION: 'free' });
    const code = await app.makeCode({ allowed: 100 });
    const registration = await app.makeCode({ kind: 'registration', allowed: 100 });
    const staying = app.visitor();
    await staying.enter(code);

    /** Prepares the statements of everything that people do. */
    async function goThrough() {
      const [guest, member, email] = [app.visitor(), app.visitor(), newEmail()];
      const chat = `/api/chats/${crypto.randomUUID()}`;
      const question = { id: crypto.randomUUID(), text: 'What do herons eat?' };
      const answers = [
        await guest.enter(code),
        await guest.post(`${chat}/messages`, question),
        await guest.get(chat),
        await guest.convert(newEmail()),
        await guest.logOut(),
        await member.register(email, registration),
        await member.logOut(),
        await member.login(email),
        await member.get('/api/account'),
        await member.get('/api/account/export'),
        await staying.chats(),
        await app.visitor().get('/api/access'),
      ];
      assert.deepEqual(
        answers.map(({ status }) => status),
        answers.map(() => 200),
      );
    }
    await goThrough();
    const tables = await app.db.introspection.getTables();
    for (const { name } of tables) {
      await sql`alter table ${sql.table(name)} add column "later" integer`.execute(app.db);
    }
    await sql`create table "later" ("userId" text primary key references "user" on delete cascade)`.execute(
      app.db,
    );
    await goThrough();
    assert.equal((await staying.logOut()).status, 200);
    assert.deepEqual(await app.usesOf(code), { remaining: 97, redemptions: 3 });
  });
});
