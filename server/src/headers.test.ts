import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEveryDatabase } from '@foyer/database/testing';
import { type Answer, newEmail, startApp } from './testing.ts';

const attributesOf = ({ headers }: Answer) =>
  (headers.getSetCookie()[0] ?? '')
    .split('; ')
    .slice(1)
    .sort()
    .filter((attribute) => !attribute.startsWith('Max-Age'));

onEveryDatabase(({ place }) => {
  test('a session is a cookie that no script reads and no other site sends', async () => {
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

  test('under https the cookie is sent by https alone, whatever NODE_ENV says', async () => {
    const app = await startApp((await place()).url, {
      PUBLIC_URL: 'https://chat.example.org',
      NODE_ENV: 'development',
    });
    const code = await app.makeCode();
    const entered = await app.visitor().enter(code);
    assert.equal(entered.status, 200);
    assert.deepEqual(attributesOf(entered), ['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']);
    assert.match(
      (await app.visitor().get('/healthz')).headers.get('strict-transport-security') ?? '',
      /max-age/,
    );
  });

  test('no answer lets an address leak, a frame show it, a foreign script run or a cache keep it', async () => {
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
