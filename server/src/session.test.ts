import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEveryDatabase } from '@foyer/database/testing';
import { startApp } from './testing.ts';

const hourMs = 60 * 60 * 1000;

onEveryDatabase(({ place }) => {
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
});
