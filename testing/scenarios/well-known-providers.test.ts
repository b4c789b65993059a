import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { onEveryDatabase } from '../database/database.ts';
import { startApp } from '../server/app.ts';

/**
 * The real configuration of each provider against a stand-in with its formats: its host names lead to a test server,
 * and nothing leaves this machine.
 */

const hosts = [
  'oauth2.googleapis.com',
  'github.com',
  'api.github.com',
  'login.microsoftonline.com',
  'graph.microsoft.com',
];
type Asked = { host: string; path: string; form: URLSearchParams; authorization: string | undefined };

const asked: Asked[] = [];
const standIn = createServer(async (request, response) => {
  const form = new URLSearchParams(await text(request));
  const host = String(request.headers['x-stand-in-for']);
  const path = (request as IncomingMessage & { url: string }).url;
  asked.push({ host, path, form, authorization: request.headers.authorization });
  const answer = answers[`${host}${path}`];
  response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' });
  response.end(JSON.stringify(answer ?? {}));
}).listen(0, '127.0.0.1');
await once(standIn, 'listening');
const { port } = standIn.address() as AddressInfo;

const ordinaryFetch = globalThis.fetch;
globalThis.fetch = (input, init) => {
  const request = new Request(input, init);
  const url = new URL(request.url);
  if (!hosts.includes(url.hostname)) return ordinaryFetch(request);
  const headers = new Headers(request.headers);
  headers.set('x-stand-in-for', url.hostname);
  const there = `http://127.0.0.1:${port}${url.pathname}${url.search}`;
  return ordinaryFetch(new Request(there, new Request(request, { headers })));
};
after(() => {
  globalThis.fetch = ordinaryFetch;
  standIn.closeAllConnections();
  standIn.close();
});

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const idToken = (claims: object) =>
  `${encoded({ alg: 'RS256', typ: 'JWT' })}.${encoded(claims)}.${encoded({})}`;
const tokens = { access_token: 'an access token', token_type: 'Bearer', expires_in: 3600 };

const answers: Record<string, object> = {
  'oauth2.googleapis.com/token': {
    ...tokens,
    id_token: idToken({
      sub: '1',
      email: 'ada@gmail.example',
      email_verified: true,
      name: 'Ada',
      picture: 'x',
    }),
  },
  'github.com/login/oauth/access_token': { ...tokens, scope: 'read:user,user:email' },
  'api.github.com/user': { id: 7, login: 'ada', name: 'Ada', email: null, avatar_url: 'x' },
  'api.github.com/user/emails': [
    { email: 'other@github.example', primary: false, verified: true },
    { email: 'ada@github.example', primary: true, verified: true },
  ],
  'login.microsoftonline.com/common/oauth2/v2.0/token': {
    ...tokens,
    id_token: idToken({ sub: 's', oid: 'o', tid: 't', email: 'ada@microsoft.example', name: 'Ada' }),
  },
};

const providers = [
  {
    id: 'google',
    name: 'Google',
    authorize: 'https://accounts.google.com/o/oauth2/v2/auth',
    scope: 'openid email',
    email: 'ada@gmail.example',
    isVerified: true,
  },
  {
    id: 'github',
    name: 'GitHub',
    authorize: 'https://github.com/login/oauth/authorize',
    scope: 'read:user user:email',
    email: 'ada@github.example',
    isVerified: true,
  },
  {
    id: 'microsoft',
    name: 'Microsoft',
    authorize: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
    scope: 'openid profile email',
    email: 'ada@microsoft.example',
    // Microsoft does not report whether these emails are verified.
    isVerified: false,
  },
];

onEveryDatabase(({ place }) => {
  for (const { id, name, authorize, scope, email, isVerified } of providers) {
    test(`${name}: sent there with what it expects, asked only for the email, admitted with a code`, async () => {
      const prefix = id.toUpperCase();
      const app = await startApp((await place()).url, {
        [`${prefix}_CLIENT_ID`]: `client of ${id}`,
        [`${prefix}_CLIENT_SECRET`]: `secret of ${id}`,
      });
      const access = (await app.visitor().get('/api/access')).body as { providers: object };
      assert.deepEqual(access.providers, [{ id, name }]);
      const ada = app.visitor();
      const invitationCode = await app.makeCode({ kind: 'registration' });
      const there = new URL(await ada.setOut({ provider: id, invitationCode }));
      const sent = Object.fromEntries(there.searchParams);
      assert.equal(there.origin + there.pathname, authorize);
      assert.equal(sent.client_id, `client of ${id}`);
      assert.equal(sent.redirect_uri, `${app.origin}/api/auth/callback/${id}`);
      assert.deepEqual([sent.response_type, sent.scope, sent.code_challenge_method], ['code', scope, 'S256']);

      asked.length = 0;
      const back = `${app.origin}/api/auth/callback/${id}?code=from-there&state=${sent.state}`;
      assert.equal(await ada.comeBack(back), '/chat');
      const [exchange] = asked;
      assert.equal(exchange?.form.get('code'), 'from-there');
      assert.equal(exchange?.form.get('client_secret'), `secret of ${id}`);
      assert.ok(exchange?.form.get('code_verifier'));
      assert.ok(
        asked.every(({ host }) => host !== 'graph.microsoft.com'),
        'no picture is fetched',
      );
      const [user] = await app.users();
      assert.deepEqual(
        [user?.email, Boolean(user?.emailVerified), user?.name, user?.image],
        [email, isVerified, '', null],
      );
      assert.deepEqual(await app.usesOf(invitationCode), { remaining: 0, redemptions: 1 });
      const again = app.visitor();
      const second = new URL(await again.setOut({ provider: id }));
      const path = `${app.origin}/api/auth/callback/${id}?code=x&state=${second.searchParams.get('state')}`;
      assert.equal(await again.comeBack(path), '/chat');
      assert.equal((await app.users()).length, 1);
    });
  }
});
