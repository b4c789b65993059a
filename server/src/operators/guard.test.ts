import assert from 'node:assert/strict';
import { test } from 'node:test';
import { routes } from '@foyer/api';
import { getMe } from '@foyer/api/operator/operators';
import { addressOf, type Route, scopes } from '@foyer/api/route';
import { Hono } from 'hono';
import { onEveryDatabase } from '../../../testing/database/database.ts';
import { newAddress, startApp, type Visitor } from '../../../testing/server/app.ts';
import { newMember, newOperator, newToken } from '../../../testing/server/operators.ts';
import { serveRoute } from '../http/serve-route.ts';
import type { Operating } from './guard.ts';

const minuteMs = 60_000;

const ofOperators = routes.filter(({ base }) => base.startsWith('/api/operator'));
const guarded = ofOperators.filter(({ isOpen }) => !isOpen);

type Headers = Record<string, string>;
type Asked = { method: string; path: string };

const me = { method: 'GET', path: '/api/operator/me' };

/** With ids that name nothing. */
const askFor = (route: Route): Asked => ({
  method: route.method,
  path: addressOf(route).replaceAll(/:\w+/g, 'nothing'),
});
const nameOf = (route: Route) => `${route.method} ${addressOf(route)}`;

test('only the two routes of the set-up link are open, and every other one says what a token needs', () => {
  const open = ofOperators.filter(({ isOpen }) => isOpen).map(nameOf);
  assert.deepEqual(open, ['POST /api/operator/set-up/look', 'POST /api/operator/set-up']);
  const sessionsOnly = guarded.filter(({ scope }) => scope === undefined).map(({ path }) => path);
  // The operator's own account, and what a token would outlive its operator by: tokens and operators.
  const noTokens = ['/', '/confirm', '/operators', '/operators/:userId'];
  const ownFactor = ['/two-factor', '/two-factor', '/two-factor/confirm'];
  assert.deepEqual(sessionsOnly.sort(), [...noTokens, ...ownFactor]);
});

test('a route that the guard did not admit to is not served', async () => {
  const app = new Hono<Operating>();
  serveRoute(app, getMe, (c) => c.json({ reached: true }));
  app.onError((error, c) => c.text(error.message, 500));
  const answer = await app.request('/me');
  assert.deepEqual(
    [answer.status, await answer.text()],
    [500, 'the guard did not admit to /api/operator/me'],
  );
});

onEveryDatabase(({ place }) => {
  test('the guard of operators', async (t) => {
    const app = await startApp((await place()).url);
    const guest = app.visitor();
    await guest.enter(await app.makeCode());
    const member = (await newMember(app)).browser;
    const operator = (await newOperator(app)).browser;
    const tokens = new Map<string | undefined, Headers>();
    for (const scope of scopes) tokens.set(scope, (await newToken(app, scope)).headers);

    /** By default with a body that no route takes: a person without the right must not learn so. */
    async function ask({ method, path }: Asked, browser: Visitor | null, headers: Headers = {}) {
      const cookie = [...(browser?.cookies ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(`${app.origin}${path}`, {
        method,
        headers: { 'x-forwarded-for': newAddress(), 'content-type': 'text/plain', cookie, ...headers },
        ...(method !== 'GET' && { body: 'no JSON' }),
      });
      const text = await response.text();
      return { status: response.status, code: text.startsWith('{') ? JSON.parse(text).code : undefined };
    }

    await t.test('refuses on every route before it looks at anything', async () => {
      for (const route of guarded) {
        const refusals: [Visitor | null, Headers, number, string][] = [
          [null, {}, 401, 'NOT_SIGNED_IN'],
          [null, { authorization: 'Bearer foyer_unknown' }, 401, 'TOKEN_INVALID'],
          [operator, { authorization: 'Basic Zm95ZXI6eA==' }, 401, 'TOKEN_INVALID'],
          [guest, {}, 403, 'NOT_AN_OPERATOR'],
          [member, {}, 403, 'NOT_AN_OPERATOR'],
          [operator, { 'sec-fetch-site': 'cross-site' }, 403, 'FOREIGN_ORIGIN'],
        ];
        for (const [scope, headers] of tokens)
          if (scope !== route.scope) refusals.push([null, headers, 403, 'SCOPE_MISSING']);
        if (route.method !== 'GET')
          refusals.push([operator, { origin: 'https://elsewhere.example' }, 403, 'FOREIGN_ORIGIN']);
        for (const [browser, headers, status, code] of refusals) {
          const answer = await ask(askFor(route), browser, headers);
          assert.deepEqual(answer, { status, code }, `${nameOf(route)} ${JSON.stringify(headers)}`);
        }
      }
    });

    await t.test('lets an operator pass, and a token with the scope', async () => {
      for (const route of guarded) {
        const own = tokens.get(route.scope);
        for (const headers of [{}, ...(own ? [own] : [])]) {
          const { status } = await ask(askFor(route), 'authorization' in headers ? null : operator, headers);
          assert.ok(![401, 403, 429, 500].includes(status), `${nameOf(route)} ${status}`);
        }
      }
    });

    await t.test('hides from others which paths exist', async () => {
      for (const path of ['/api/operator', '/api/operator/nothing', '/api/operator/operators/x/y']) {
        const asked = { method: 'GET', path };
        assert.equal((await ask(asked, null)).code, 'NOT_SIGNED_IN', path);
        assert.equal((await ask(asked, member)).code, 'NOT_AN_OPERATOR', path);
        assert.deepEqual(await ask(asked, operator), { status: 404, code: 'NOT_FOUND' }, path);
      }
    });

    await t.test('refuses a revoked token at once', async () => {
      const { id, headers } = await newToken(app, 'read', 'settings');
      assert.equal((await ask(me, null, headers)).status, 200);
      assert.equal((await operator.post(`/api/operator/tokens/${id}/revoke`)).status, 204);
      assert.equal((await ask(me, null, headers)).code, 'TOKEN_INVALID');
    });

    await t.test('refuses an operator who was removed at once', async () => {
      const { id, browser } = await newOperator(app);
      assert.equal((await ask(me, browser)).status, 200);
      assert.equal((await operator.send('DELETE', `/api/operator/operators/${id}`)).status, 204);
      assert.equal((await ask(me, browser)).code, 'NOT_AN_OPERATOR');
    });

    await t.test(
      'after 15 minutes asks a session to confirm where the contract says so, but no token',
      async () => {
        app.pass(15 * minuteMs + 1);
        for (const route of guarded) {
          const { code } = await ask(askFor(route), operator);
          assert.equal(code === 'SIGN_IN_AGAIN', route.isFresh === true, nameOf(route));
          const own = tokens.get(route.scope);
          if (own)
            assert.notEqual((await ask(askFor(route), null, own)).code, 'SIGN_IN_AGAIN', nameOf(route));
        }
      },
    );

    await t.test('counts wrong tokens by address, and lets a right one pass there', async () => {
      app.stopClock();
      const from = { 'x-forwarded-for': newAddress() };
      const wrong = () => ask(me, null, { ...from, authorization: 'Bearer foyer_wrong' });
      for (let tried = 0; tried < 30; tried++) assert.equal((await wrong()).code, 'TOKEN_INVALID');
      assert.deepEqual(await wrong(), { status: 429, code: 'TOO_MANY_TRIES' });
      assert.equal((await ask(me, null, { ...from, ...tokens.get('read') })).status, 200);
    });
  });
});
