import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test } from 'node:test';
import type { ProviderConfig } from '../config/provider-config.ts';
import { discoveryOf, readDiscovery } from './discovery.ts';

const client = { clientId: 'foyer', clientSecret: 'x' };
const known = (kind: 'google' | 'github' | 'microsoft'): ProviderConfig => ({
  kind,
  id: kind,
  name: kind,
  ...client,
});
const ending = '/.well-known/openid-configuration';

test('well-known providers are checked at their own addresses, and GitHub is not', () => {
  assert.deepEqual(discoveryOf(known('google')), {
    url: `https://accounts.google.com${ending}`,
    issuer: 'https://accounts.google.com',
  });
  assert.deepEqual(discoveryOf(known('microsoft')), {
    url: `https://login.microsoftonline.com/common/v2.0${ending}`,
    issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0',
  });
  assert.equal(discoveryOf(known('github')), null);
});

test("a document in Microsoft's form for all organisations is accepted for Microsoft", async (t) => {
  const issuer = 'https://login.microsoftonline.com/{tenantid}/v2.0';
  const at = 'https://login.microsoftonline.com/common';
  const shape = {
    issuer,
    authorization_endpoint: `${at}/oauth2/v2.0/authorize`,
    token_endpoint: `${at}/oauth2/v2.0/token`,
    jwks_uri: `${at}/discovery/v2.0/keys`,
  };
  const server = createServer((_request, response) => response.end(JSON.stringify(shape)));
  server.listen(0, '127.0.0.1');
  t.after(() => server.close());
  await once(server, 'listening');
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  const deadline = AbortSignal.timeout(5000);
  const here = { url: `http://127.0.0.1:${address.port}/`, issuer };
  assert.equal(typeof (await readDiscovery(here, deadline)), 'object');
  assert.match(String(await readDiscovery({ ...here, issuer: at }, deadline)), /another issuer/);
});
