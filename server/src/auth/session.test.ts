import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { sql } from 'kysely';
import { onEveryDatabase } from '../../../testing/database/database.ts';
import { startApp, type TestApp } from '../../../testing/server/app.ts';
import { sessionLookup } from './session-lookup.ts';

const hourMs = 60 * 60 * 1000;

onEveryDatabase(({ kind, place }) => {
  async function startWithGuest() {
    const app = await startApp((await place()).url);
    const visitor = app.visitor();
    await visitor.enter(await app.makeCode());
    return { app, visitor };
  }

  test('a session is prolonged once an hour, and the browser is told', async () => {
    const { app, visitor } = await startWithGuest();
    const fresh = await visitor.get('/api/chats');
    assert.deepEqual([fresh.status, fresh.headers.getSetCookie()], [200, []]);

    const { id, expiresAt } = await app.db
      .selectFrom('session')
      .select(['id', 'expiresAt'])
      .executeTakeFirstOrThrow();
    const anHourOld = new Date(new Date(expiresAt).getTime() - hourMs);
    await app.db.updateTable('session').set({ expiresAt: anHourOld }).where('id', '=', id).execute();
    const due = await visitor.get('/api/chats');
    assert.match(due.headers.getSetCookie().join(), /^foyer\.session_token=/);
    const prolonged = await app.db.selectFrom('session').select('expiresAt').executeTakeFirstOrThrow();
    assert.ok(new Date(prolonged.expiresAt) >= new Date(expiresAt));
    assert.equal((await visitor.get('/api/chats')).status, 200);
  });

  test('a session that is over opens nothing', async () => {
    const { app, visitor } = await startWithGuest();
    await app.db
      .updateTable('session')
      .set({ expiresAt: new Date(0) })
      .execute();
    assert.equal((await visitor.get('/api/chats')).status, 401);
  });

  test('a cookie that others have signed, or nobody, opens nothing', async () => {
    const { visitor } = await startWithGuest();
    const [name = '', cookie = ''] = [...visitor.cookies][0] ?? [];
    const [token = '', signature = ''] = decodeURIComponent(cookie).split('.');
    const flipped = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
    for (const forged of [
      token,
      `${token}.`,
      `${token}.${flipped}`,
      `${token}x.${signature}`,
      `.${signature}`,
      '.',
      '',
    ]) {
      visitor.cookies.set(name, encodeURIComponent(forged));
      assert.equal((await visitor.get('/api/chats')).status, 401, forged);
    }
    visitor.cookies.set(name, cookie);
    assert.equal((await visitor.get('/api/chats')).status, 200);
  });

  test('a cookie says without Better Auth what it says with it, or nothing', async () => {
    const { app, visitor } = await startWithGuest();
    const other = app.visitor();
    await other.enter(await app.makeCode());
    const [name = '', right = ''] = [...visitor.cookies][0] ?? [];
    const [token = '', signature = ''] = decodeURIComponent(right).split('.');
    const [, otherSignature = ''] = decodeURIComponent([...other.cookies][0]?.[1] ?? '').split('.');
    const ask = (value: string) => bothAnswers(app, `${name}=${value}`);

    const found = await ask(right);
    assert.ok(found.steady);
    assert.deepEqual(found.steady, found.byBetterAuth);
    for (const forged of [
      `${token}.${otherSignature}`,
      `${token}.${signature.slice(0, -1)}`,
      `${token}.${signature.slice(0, 20)}`,
      `${token}.${Buffer.from(signature, 'base64').toString('base64url')}`,
      `${token}.${signature}!`,
      `${token}.${signature}=`,
      `${token}.!${signature}`,
    ]) {
      const answers = await ask(encodeURIComponent(forged));
      assert.deepEqual(answers, { steady: null, byBetterAuth: null }, forged);
    }

    const expire = (expiresAt: Date) =>
      app.db.updateTable('session').set({ expiresAt }).where('token', '=', token).execute();
    const { expiresAt } = await app.db
      .selectFrom('session')
      .select('expiresAt')
      .where('token', '=', token)
      .executeTakeFirstOrThrow();
    await expire(new Date(new Date(expiresAt).getTime() - hourMs));
    const due = await ask(right);
    assert.deepEqual([due.steady, due.byBetterAuth], [null, found.byBetterAuth]);
    if (kind === 'sqlite') {
      await sql`update session set "expiresAt" = 'soon' where token = ${token}`.execute(app.db);
      assert.equal((await ask(right)).steady, null);
    }
    await expire(new Date(Date.now() - 1));
    assert.deepEqual(await ask(right), { steady: null, byBetterAuth: null });

    const [, otherRight = ''] = [...other.cookies][0] ?? [];
    assert.ok((await ask(otherRight)).steady);
    await other.logOut();
    assert.deepEqual(await ask(otherRight), { steady: null, byBetterAuth: null });
  });
});

/** Who is signed in by a cookie, as our own look and as Better Auth tell it. */
async function bothAnswers({ parts: { auth }, db }: TestApp, cookie: string) {
  const steadySession = sessionLookup(auth, db);
  const asked = new Hono().get('/', async (c) => {
    const steady = await steadySession(c);
    const byBetterAuth = await auth.api.getSession({ headers: c.req.raw.headers });
    return c.json({ steady: idsOf(steady), byBetterAuth: idsOf(byBetterAuth) });
  });
  const response = await asked.request('/', { headers: { cookie } });
  return response.json() as Promise<{ steady: string[] | null; byBetterAuth: string[] | null }>;
}

function idsOf(
  found: { session: { id: string; createdAt: Date }; user: { id: string; email: string } } | null,
) {
  return found && [found.session.id, found.session.createdAt, found.user.id, found.user.email];
}
