import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import { cleanUp } from '../../server/src/cleanup/cleanup.ts';
import { until } from '../chats/read-reply.ts';
import { onEveryDatabase } from '../database/database.ts';
import { breakTable, newEmail, startApp, type TestApp, type Visitor } from '../server/app.ts';
import { startUpstream } from '../server/upstream.ts';

const hourMs = 60 * 60 * 1000;

onEveryDatabase(({ kind, place }) => {
  test('after the logout no table contains data of the guest except the redemption and the sums of the code, which name nobody', async () => {
    const { url } = await place();
    const app = await startApp(url);
    const code = await app.makeCode({ allowed: 9 });
    const before = await everyRow(app);
    const { guest, marker, id } = await guestWithTraces(app, code);
    assert.ok(JSON.stringify(await everyRow(app)).includes(marker), 'the marker was kept');

    assert.equal((await guest.logOut()).status, 200);
    assert.equal((await guest.chats()).status, 401);

    const after = await everyRow(app);
    assert.ok(!JSON.stringify(after).includes(marker));
    assert.ok(!JSON.stringify(after).includes(id));
    const [redemption, ...others] = after.redemption ?? [];
    assert.deepEqual(others, []);
    assert.deepEqual(Object.keys(redemption ?? {}).sort(), [
      'codeId',
      'convertedAt',
      'day',
      'entry',
      'id',
      'isEstimated',
      'messages',
      'messagesToday',
      'redeemedAt',
      'tokens',
    ]);
    for (const sums of after.useOfDay ?? [])
      assert.deepEqual(Object.keys(sums).sort(), ['codeId', 'day', 'messages', 'tokens']);
    const changed = (table: string) =>
      !['redemption', 'useOfDay', 'invitationCode', 'tryLimit', 'setting'].includes(table);
    for (const table of Object.keys(after).filter(changed))
      assert.deepEqual(after[table], before[table], table);
    if (kind === 'sqlite') assert.deepEqual(await filesWith(url, marker), []);
  });

  test('a guest who was idle for too long is refused at once, and erased with all data', async () => {
    const { url } = await place();
    const app = await startApp(url, { GUEST_TTL: '2h' });
    const code = await app.makeCode({ allowed: 9 });
    const { guest, marker, id } = await guestWithTraces(app, code);
    app.pass(hourMs);
    assert.equal((await guest.chats()).status, 200);
    app.pass(1.5 * hourMs);
    assert.equal((await guest.chats()).status, 200, 'they were last seen an hour and a half ago');
    app.pass(2.1 * hourMs);
    assert.equal((await guest.chats()).status, 401);
    assert.equal(
      (await guest.enter(code)).status,
      200,
      'nor does the dead session stand in the way of a new one',
    );

    await cleanUp(app.parts);
    const after = await everyRow(app);
    assert.ok(!JSON.stringify(after).includes(marker));
    assert.ok(!JSON.stringify(after).includes(id));
    assert.equal(after.user?.length, 1, 'the new guest stays');
    assert.equal(after.redemption?.length, 2);
    if (kind === 'sqlite') assert.deepEqual(await filesWith(url, marker), []);
  });

  test('a guest whose session has ended is erased, and such a member is not', async () => {
    const app = await startApp((await place()).url);
    const login = await app.makeCode();
    const registration = await app.makeCode({ kind: 'registration' });
    await app.visitor().enter(login);
    const email = newEmail();
    await app.visitor().register(email, registration);
    await app.db.deleteFrom('session').execute();
    await cleanUp(app.parts);
    assert.deepEqual(
      (await app.users()).map((user) => user.email),
      [email],
    );
  });

  test('a closing server leaves the other guests to the next cleanup', async () => {
    const app = await startApp((await place()).url);
    for (let count = 0; count < 3; count++) await app.visitor().enter(await app.makeCode());
    await app.db.deleteFrom('session').execute();
    let asked = 0;
    await cleanUp({ ...app.parts, isClosing: () => asked++ > 1 });
    assert.equal((await app.users()).length, 2);
    await cleanUp(app.parts);
    assert.deepEqual(await app.users(), []);
  });

  test('an expired guest is in no file, even if the cleanup lost its lock', async () => {
    const { url } = await place();
    const app = await startApp(url);
    const code = await app.makeCode({ allowed: 9 });
    const guests = [await guestWithTraces(app, code), await guestWithTraces(app, code)];
    await app.db.deleteFrom('session').execute();
    // Asked before the first task and before each guest.
    let asked = 0;
    await cleanUp(app.parts, async () => {
      if (++asked === 3) throw new Error('nobody answers');
      return asked < 3;
    });
    const left = (await app.users()).map(({ id }) => id);
    const erased = guests.filter(({ id }) => !left.includes(id));
    assert.equal(erased.length, 1);
    if (kind === 'sqlite') assert.deepEqual(await filesWith(url, erased[0]?.marker ?? ''), []);
  });

  test('logging out on one device ends the guest on every other', async () => {
    const app = await startApp((await place()).url);
    const code = await app.makeCode({ allowed: 9 });
    const attempt = crypto.randomUUID().replaceAll('-', '');
    const [phone, laptop] = [app.visitor(), app.visitor()];
    await phone.enter(code, attempt);
    await laptop.enter(code, attempt);
    await phone.logOut();
    assert.equal((await laptop.chats()).status, 401);
  });

  test('a logout of a guest who has become a member is refused, and ends nothing', async () => {
    const app = await startApp((await place()).url);
    const { guest, id, chat } = await app.guestWithChat(await app.makeCode());
    const before = new Map(guest.cookies);
    assert.equal((await guest.convert(newEmail())).status, 200);
    // The unaware tab sends either cookie: the guest's or the member's.
    const old = app.visitor();
    for (const [name, value] of before) old.cookies.set(name, value);
    for (const tab of [old, guest]) {
      const answer = await tab.logOut(id);
      assert.deepEqual([answer.status, answer.code], [409, 'NOT_A_GUEST']);
      assert.deepEqual(answer.headers.getSetCookie(), []);
    }
    assert.equal((await guest.get(`/api/chats/${chat}`)).status, 200);
    assert.equal((await guest.logOut()).status, 200);
    assert.equal((await guest.chats()).status, 401);
    assert.equal((await app.users()).length, 1);
  });

  test('a guest who becomes a member during their logout is not erased, and is told so', async () => {
    const app = await startApp((await place()).url);
    const code = await app.makeCode({ allowed: 2 });
    const { auth, invitations } = app.parts;
    const { beforeErase } = invitations;
    for (const act of ['leaveAsGuest', 'signOut'] as const) {
      const { guest, id, chat } = await app.guestWithChat(code);
      const cookie = [...guest.cookies].map((pair) => pair.join('=')).join('; ');
      invitations.beforeErase = async (userId) => {
        await beforeErase(userId);
        assert.equal((await guest.convert(newEmail())).status, 200);
      };
      const headers = new Headers({ cookie, origin: app.origin });
      const leaving =
        act === 'signOut'
          ? auth.api.signOut({ headers })
          : auth.api.leaveAsGuest({ headers, body: { guest: id } });
      const refused = await leaving.catch((error) => error);
      assert.deepEqual([refused.statusCode, refused.body?.code], [409, 'NOT_A_GUEST'], act);
      assert.equal((await guest.get(`/api/chats/${chat}`)).status, 200);
    }
  });

  test('a logout that names a guest ends only that guest', async () => {
    const app = await startApp((await place()).url);
    const code = await app.makeCode({ allowed: 9 });
    const [one, other] = [await app.guestWithChat(code), await app.guestWithChat(code)];
    assert.equal((await other.guest.logOut(one.id)).status, 200);
    assert.equal((await one.guest.chats()).status, 200);
    assert.equal((await other.guest.chats()).status, 200);
    assert.equal((await app.visitor().logOut(one.id)).status, 200);
    assert.equal((await app.users()).length, 2);
    assert.equal((await one.guest.logOut(one.id)).status, 200);
    assert.deepEqual(
      (await app.users()).map(({ id }) => id),
      [other.id],
    );
    assert.equal((await one.guest.logOut(one.id)).status, 200, 'an erased guest may log out again');
    for (const nonsense of ['', '\0', 'x'.repeat(65), "' or 1=1"])
      assert.equal((await other.guest.logOut(nonsense)).code, 'INVALID_INPUT', nonsense);
    assert.equal((await other.guest.chats()).status, 200);
  });

  test('if erasing fails the response is an error, and the guest is still logged in', async () => {
    const app = await startApp((await place()).url);
    const code = await app.makeCode({ allowed: 9 });
    const { guest, marker } = await guestWithTraces(app, code);
    const undo = await breakTable(app, kind, { verb: 'delete', table: 'user' });
    const answer = await guest.logOut();
    assert.deepEqual([answer.status, answer.code], [500, 'INTERNAL_ERROR']);
    assert.equal((await guest.chats()).status, 200);
    assert.ok(!app.logged.join().includes(marker));
    await undo();
    assert.equal((await guest.logOut()).status, 200);
    assert.ok(!JSON.stringify(await everyRow(app)).includes(marker));
  });

  test('an erased user is in no file, even if an OAuth state cannot be deleted', async () => {
    const { url } = await place();
    const app = await startApp(url);
    const { guest, marker, id } = await guestWithTraces(app, await app.makeCode({ allowed: 9 }));
    const [value, expiresAt] = [JSON.stringify({ link: { userId: id } }), new Date()];
    await app.db
      .insertInto('verification')
      .values({
        id: 'state',
        identifier: 'state',
        value,
        expiresAt,
        createdAt: expiresAt,
        updatedAt: expiresAt,
      })
      .execute();
    const undo = await breakTable(app, kind, { verb: 'delete', table: 'verification' });
    assert.equal((await guest.logOut()).status, 200);
    assert.ok(app.logged.join().includes('an OAuth state could not be deleted'));
    assert.equal((await guest.chats()).status, 401);
    if (kind === 'sqlite') assert.deepEqual(await filesWith(url, marker), []);
    await undo();
    await cleanUp(app.parts);
    assert.ok(!JSON.stringify(await everyRow(app)).includes(id));
  });

  test('logging out during a reply ends the reply too, many times over', async () => {
    const upstream = await startUpstream();
    const app = await startApp((await place()).url, { MODEL_URL: upstream.url, MODEL_NAME: 'endless' });
    const code = await app.makeCode({ allowed: 20 });
    for (let round = 0; round < 20; round++) {
      const guest = app.visitor();
      await guest.enter(code);
      const chat = `/api/chats/${crypto.randomUUID()}`;
      const listening = guest.post(`${chat}/messages`, { id: crypto.randomUUID(), text: 'Hello' });
      await until(() => upstream.state.open === 1);
      assert.equal((await guest.logOut()).status, 200);
      await listening;
      await until(() => upstream.state.open === 0);
      const { user, session, chat: chats, message, reply } = await everyRow(app);
      assert.deepEqual([user, session, chats, message, reply], [[], [], [], [], []]);
    }
    assert.deepEqual(app.logged, []);
    await upstream.close();
  });

  test('a server cleans up by itself at its start, and one failing guest does not stop the others', async () => {
    const { url } = await place();
    const before = await startApp(url);
    const code = await before.makeCode({ allowed: 3 });
    for (const _ of [1, 2, 3]) await before.visitor().enter(code);
    await before.db.deleteFrom('session').execute();
    const [stuck] = await before.users();
    const restore = await breakTable(before, kind, { verb: 'delete', table: 'user', when: stuck?.id });

    await until(() => isSwept(before));
    const app = await startApp(url);
    await until(async () => (await app.users()).length === 1);
    assert.deepEqual(
      (await app.users()).map(({ id }) => id),
      [stuck?.id],
    );
    await until(() => app.logged.join().includes('a guest could not be erased'));
    await restore();
    await cleanUp(app.parts);
    assert.deepEqual(await app.users(), []);
  });

  test('a guest has all of GUEST_TTL, be it long or short', async () => {
    const long = await startApp((await place()).url, { GUEST_TTL: '30d' });
    const guest = long.visitor();
    await guest.enter(await long.makeCode());
    const { expiresAt } = await long.db.selectFrom('session').select('expiresAt').executeTakeFirstOrThrow();
    assert.ok(new Date(expiresAt).getTime() > Date.now() + 31 * 24 * hourMs);

    const short = await startApp((await place()).url, { GUEST_TTL: '1m' });
    const busy = short.visitor();
    await busy.enter(await short.makeCode());
    for (let times = 0; times < 6; times++) {
      short.pass(20_000);
      assert.equal((await busy.chats()).status, 200, 'they act every 20 seconds');
    }
    short.pass(61_000);
    assert.equal((await busy.chats()).status, 401);
  });

  test('an attempt is deleted with its guest, and its id creates a new one', async () => {
    const app = await startApp((await place()).url);
    const code = await app.makeCode({ allowed: 9 });
    const attempt = crypto.randomUUID().replaceAll('-', '');
    const guest = app.visitor();
    await guest.enter(code, attempt);
    await guest.logOut();
    assert.deepEqual(await app.db.selectFrom('entryAttempt').selectAll().execute(), []);
    assert.equal((await app.visitor().enter(code, attempt)).status, 200);
    assert.deepEqual(await app.usesOf(code), { remaining: 7, redemptions: 2 });
    app.pass(10 * 60 * 1000);
    assert.equal(
      (await app.visitor().enter(code, attempt)).status,
      200,
      'ten minutes later it is a new attempt',
    );
    assert.deepEqual(await app.usesOf(code), { remaining: 6, redemptions: 3 });
  });
});

/** A guest who has left data everywhere a guest can. */
async function guestWithTraces(app: TestApp, code: string) {
  const marker = `marker-${crypto.randomUUID()}`;
  const guest = app.visitor();
  const headers = { 'user-agent': marker };
  const attemptId = crypto.randomUUID().replaceAll('-', '');
  await guest.send('POST', '/api/auth/sign-in/invitation-code', { code, attemptId }, headers);
  await chatOnce(guest, marker);
  const session = await app.db
    .selectFrom('session')
    .select('userId')
    .where('userAgent', '=', marker)
    .executeTakeFirstOrThrow();
  return { guest, marker, id: session.userId };
}

async function chatOnce(guest: Visitor, text: string) {
  const chat = crypto.randomUUID();
  const answer = await guest.post(`/api/chats/${chat}/messages`, { id: crypto.randomUUID(), text });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  await guest.send('PATCH', `/api/chats/${chat}`, { title: `about ${text}` });
}

async function everyRow(app: TestApp): Promise<Record<string, Record<string, unknown>[]>> {
  const tables = await app.db.introspection.getTables();
  const rows = tables.map(async ({ name }) => [
    name,
    await app.db
      .selectFrom(name as 'user')
      .selectAll()
      .execute(),
  ]);
  return Object.fromEntries(await Promise.all(rows));
}

async function filesWith(url: string, marker: string): Promise<string[]> {
  const file = url.slice('sqlite:'.length);
  const names = (await readdir(dirname(file))).filter((name) => name.startsWith(basename(file)));
  const found = names.map(async (name) =>
    (await readFile(join(dirname(file), name))).includes(marker) ? [name] : [],
  );
  return (await Promise.all(found)).flat();
}

/** False while another server holds the cleanup lock. */
async function isSwept({ db }: TestApp): Promise<boolean> {
  const turn = await db
    .selectFrom('setting')
    .select('value')
    .where('key', '=', 'sweepTurn')
    .executeTakeFirst();
  return turn?.value.startsWith('1970') ?? false;
}
