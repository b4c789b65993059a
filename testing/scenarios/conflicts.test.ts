import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { until } from '../chats/read-reply.ts';
import { conflictsMet, injectConflicts, onEveryDatabase } from '../database/database.ts';
import { newEmail, startApp, type TestApp, type Visitor } from '../server/app.ts';

const settings = { GUEST_CONVERSION: 'free' };

onEveryDatabase(({ place, kind }) => {
  if (kind === 'sqlite') return;

  /** Makes PostgreSQL undo these writes twice, in every way in and out. */
  async function undoTwice(app: TestApp, table: string, verb: 'insert' | 'delete', code: '40001' | '40P01') {
    await injectConflicts(app, { table, verb, code, times: 2 });
    return async () => {
      assert.ok((await conflictsMet(app)) >= 3, 'it was undone twice, and then done');
      await sql`drop trigger conflict on ${sql.ref(table)}`.execute(app.db);
    };
  }

  for (const code of ['40001', '40P01'] as const) {
    test(`every way in and out happens once and completely, though ${code} has undone it twice`, async () => {
      const app = await startApp((await place()).url, settings);
      const login = await app.makeCode({ allowed: 9 });
      const registration = await app.makeCode({ kind: 'registration', allowed: 9 });
      const isSignedIn = async (person: Visitor) => (await person.chats()).status === 200;

      const guest = app.visitor();
      let check = await undoTwice(app, 'session', 'insert', code);
      assert.equal((await guest.enter(login)).status, 200);
      await check();
      assert.ok(await isSignedIn(guest));

      const member = app.visitor();
      const email = newEmail();
      check = await undoTwice(app, 'session', 'insert', code);
      const registered = await member.register(email, registration);
      assert.equal(registered.status, 200, JSON.stringify(registered.body));
      assert.equal(registered.headers.getSetCookie().length, 1);
      await check();
      assert.ok(await isSignedIn(member));

      check = await undoTwice(app, 'user', 'insert', code);
      assert.equal((await app.visitor().register(newEmail(), registration)).status, 200);
      await check();

      const chat = `/api/chats/${crypto.randomUUID()}`;
      check = await undoTwice(app, 'message', 'insert', code);
      const sent = await guest.post(`${chat}/messages`, { id: crypto.randomUUID(), text: 'Hello' });
      assert.equal(sent.status, 200);
      await check();
      const { messages } = (await guest.get(chat)).body as { messages: { role: string }[] };
      assert.deepEqual(
        messages.map(({ role }) => role),
        ['user', 'assistant'],
      );

      check = await undoTwice(app, 'account', 'insert', code);
      assert.equal((await guest.convert(newEmail())).status, 200);
      await check();
      assert.ok(await isSignedIn(guest));

      const other = app.visitor();
      await other.enter(login);
      check = await undoTwice(app, 'user', 'delete', code);
      assert.equal((await other.login(email, undefined, 'move')).status, 200);
      await check();
      assert.ok(await isSignedIn(other));

      const last = app.visitor();
      await last.enter(login);
      check = await undoTwice(app, 'user', 'delete', code);
      assert.equal((await last.logOut()).status, 200);
      await check();
      assert.equal((await last.chats()).status, 401);

      assert.deepEqual(await app.usesOf(login), { remaining: 6, redemptions: 3 });
      assert.deepEqual(await app.usesOf(registration), { remaining: 7, redemptions: 2 });
      assert.equal((await app.users()).length, 3);
    });
  }

  test('an entry succeeds even if the uses cannot be spread over counters', async () => {
    const app = await startApp((await place()).url);
    const code = await app.makeCode({ allowed: 2000 });
    await injectConflicts(app, { table: 'useCounter', verb: 'insert', code: '40P01', times: 1000 });
    assert.equal((await app.visitor().enter(code)).status, 200);
    assert.deepEqual(await app.usesOf(code), { remaining: 1999, redemptions: 1 });
    await sql`drop trigger conflict on "useCounter"`.execute(app.db);
    const spread = async () => {
      assert.equal((await app.visitor().enter(code)).status, 200);
      return (await app.db.selectFrom('useCounter').selectAll().execute()).length > 0;
    };
    await until(spread);
  });
});
