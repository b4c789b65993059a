import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEveryDatabase } from '../database/database.ts';
import { type Answer, newEmail, startApp } from '../server/app.ts';

const attributesOf = ({ headers }: Answer) =>
  (headers.getSetCookie()[0] ?? '')
    .split('; ')
    .slice(1)
    .sort()
    .filter((attribute) => !attribute.startsWith('Max-Age'));

onEveryDatabase(({ place }) => {
  test('a session is a cookie that scripts cannot read and other sites cannot send', async () => {
    const app = await startApp((await place()).url);
    const entered = await app.visitor().enter(await app.makeCode());
    const registered = await app.visitor().register(newEmail(), await app.makeCode({ kind: 'registration' }));
    for (const answer of [entered, registered]) {
      assert.deepEqual(attributesOf(answer), ['HttpOnly', 'Path=/', 'SameSite=Lax']);
      const [token = ''] =
        decodeURIComponent(answer.headers.getSetCookie()[0] ?? '')
          .split('=')[1]
          ?.split('.') ?? [];
      assert.ok(
        token.length > 20 && !JSON.stringify(answer.body).includes(token),
        'the token is in the cookie alone',
      );
    }
  });

  test('over https the cookie is sent over https only, whatever NODE_ENV is', async () => {
    const app = await startApp((await place()).url, {
      PUBLIC_URL: 'https://chat.example.org',
      NODE_ENV: 'development',
    });
    const code = await app.makeCode();
    const entered = await app.visitor().enter(code);
    assert.equal(entered.status, 200);
    assert.deepEqual(attributesOf(entered), ['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']);
    assert.match(entered.headers.getSetCookie()[0] ?? '', /^__Host-foyer\.session_token=/);
    assert.match(
      (await app.visitor().get('/healthz')).headers.get('strict-transport-security') ?? '',
      /max-age/,
    );
  });

  test('a session cookie with its old name is accepted and renamed', async () => {
    const app = await startApp((await place()).url, { PUBLIC_URL: 'https://chat.example.org' });
    const member = app.visitor();
    const email = newEmail();
    await member.register(email, await app.makeCode({ kind: 'registration' }));
    const [[name = '', value = ''] = []] = [...member.cookies];
    const before = app.visitor();
    before.cookies.set(name.replace('__Host-', '__Secure-'), value);
    const seen = await before.get('/api/access');
    assert.equal((seen.body as { person: { email: string } }).person.email, email);
    assert.deepEqual([...before.cookies], [[name, value]]);
    const set = seen.headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`)) ?? '';
    assert.ok(!/Max-Age/i.test(set), 'a guest would stay in after the browser is closed');
    assert.equal((await before.chats()).status, 200);
    const forged = app.visitor();
    forged.cookies.set('__Secure-foyer.session_token', 'a.b');
    assert.equal((await forged.chats()).status, 401);
  });

  test("a guest's cookie ends with the browser unless the operator says otherwise, a member's does not", async () => {
    const { url } = await place();
    for (const [env, lasts] of [
      [{}, false],
      [{ GUEST_COOKIE: 'ttl' }, true],
    ] as const) {
      const app = await startApp(url, env);
      const guest = app.visitor();
      const isLasting = ({ headers }: Answer) => /; Max-Age=[1-9]/.test(headers.getSetCookie()[0] ?? '');
      assert.equal(isLasting(await guest.enter(await app.makeCode())), lasts);
      // Prolonged after an hour, as Better Auth does.
      const { id } = await app.db.selectFrom('session').select('id').executeTakeFirstOrThrow();
      const due = new Date(Date.now() + 3 * 24 * 60 * 60 * 1000);
      await app.db.updateTable('session').set({ expiresAt: due }).where('id', '=', id).execute();
      const prolonged = await guest.get('/api/access');
      assert.match(prolonged.headers.getSetCookie()[0] ?? '', /^foyer\.session_token=/);
      assert.equal(isLasting(prolonged), lasts);
      assert.ok(isLasting(await guest.convert(newEmail())), 'a member stays');
      await app.db.deleteFrom('user').execute();
    }
  });

  test('no page may use camera, location or microphone, and personal data cannot be loaded by links on other sites', async () => {
    const app = await startApp((await place()).url);
    const guest = app.visitor();
    await guest.enter(await app.makeCode());
    const { headers } = await guest.get('/api/access');
    const allowed = headers.get('permissions-policy') ?? '';
    for (const directive of ['clipboard-write=(self)', 'fullscreen=(self)', 'camera=()', 'geolocation=()'])
      assert.ok(allowed.includes(directive), allowed);
    for (const path of ['/api/account/export', '/api/chats']) {
      const from = (site: string) => guest.send('GET', path, undefined, { 'sec-fetch-site': site });
      assert.equal((await from('cross-site')).code, 'FOREIGN_ORIGIN', path);
      for (const site of ['same-origin', 'none']) assert.equal((await from(site)).status, 200, path);
    }
  });

  test('no response lets an address leak, a frame show it, a foreign script run or a cache store it', async () => {
    const app = await startApp((await place()).url);
    const guest = app.visitor();
    await guest.enter(await app.makeCode());
    for (const path of ['/api/access', '/api/chats', '/api/nothing']) {
      const { headers } = await guest.get(path);
      assert.equal(headers.get('referrer-policy'), 'no-referrer', path);
      assert.equal(headers.get('x-frame-options'), 'DENY', path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
      assert.match(
        headers.get('content-security-policy') ?? '',
        /default-src 'self'.*frame-ancestors 'none'/,
        path,
      );
      assert.equal(headers.get('cache-control'), 'no-store', path);
    }
  });
});
