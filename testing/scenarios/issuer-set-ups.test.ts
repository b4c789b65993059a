import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { checkProvider } from '../../server/src/doctor/check-provider.ts';
import { onEveryDatabase } from '../database/database.ts';
import { type IssuerSetup, startAppWithIssuer } from '../server/issuer.ts';

const key = (type: 'ec' | 'ed25519') => {
  const { privateKey } =
    type === 'ec' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519');
  return privateKey.export({ format: 'jwk' }) as Record<string, string>;
};
const signedBy = (alg: string, type: 'ec' | 'ed25519'): IssuerSetup => ({
  configuration: {
    jwks: { keys: [{ ...key(type), alg, use: 'sig' }] as never },
    enabledJWA: { idTokenSigningAlgValues: [alg] as never },
  },
  client: { id_token_signed_response_alg: alg as never },
});
const authenticatedBy = (method: 'client_secret_basic' | 'client_secret_post'): IssuerSetup => ({
  configuration: { clientAuthMethods: [method] },
  client: { token_endpoint_auth_method: method },
});

const working: Record<string, { setup: IssuerSetup; env?: Record<string, string> }> = {
  'accepts the secret only in a header': { setup: authenticatedBy('client_secret_basic') },
  'accepts the secret only in the body': { setup: authenticatedBy('client_secret_post') },
  'lists both, but this client must use the body': {
    setup: {
      configuration: { clientAuthMethods: ['client_secret_basic', 'client_secret_post'] },
      client: { token_endpoint_auth_method: 'client_secret_post' },
    },
    env: { OIDC_1_AUTH: 'client_secret_post' },
  },
  'has a secret with signs that a header must encode': {
    setup: {
      ...authenticatedBy('client_secret_basic'),
      client: { token_endpoint_auth_method: 'client_secret_basic', client_secret: 'a:b%20c+d/ e=&?' },
    },
  },
  'signs with ES256': { setup: signedBy('ES256', 'ec') },
  'signs with Ed25519': { setup: signedBy('EdDSA', 'ed25519') },
  'gives each client other subjects': {
    setup: {
      configuration: {
        subjectTypes: ['pairwise'],
        pairwiseIdentifier: (_, accountId) => `pair-of-${accountId}`,
      },
      client: { subject_type: 'pairwise' },
    },
  },
  'puts the email into the ID token': { setup: { configuration: { conformIdTokenClaims: false } } },
};

const impossible: Record<string, { setup: IssuerSetup; env?: Record<string, string>; told: RegExp }> = {
  'requires pushed requests': {
    setup: {
      configuration: {
        features: {
          devInteractions: { enabled: true },
          pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: true },
        },
      },
    },
    told: /PAR/,
  },
  'signs only with a shared secret': {
    setup: {
      configuration: { enabledJWA: { idTokenSigningAlgValues: ['HS256'] } },
      client: { id_token_signed_response_alg: 'HS256', client_secret: 'x'.repeat(40) },
    },
    told: /HS256/,
  },
  'accepts no secret at all': {
    setup: {
      configuration: { clientAuthMethods: ['private_key_jwt', 'client_secret_jwt'] },
      client: { token_endpoint_auth_method: 'client_secret_jwt' },
    },
    told: /does not accept client_secret_post, but only private_key_jwt, client_secret_jwt/,
  },
  'wants the other way to show the secret': {
    setup: authenticatedBy('client_secret_post'),
    env: { OIDC_1_AUTH: 'client_secret_basic' },
    told: /does not accept client_secret_basic/,
  },
  'has another secret for this client': {
    setup: authenticatedBy('client_secret_basic'),
    env: { OIDC_1_CLIENT_SECRET: 'a wrong secret' },
    told: /does not accept the client: invalid_client/,
  },
};

onEveryDatabase(({ kind, place }) => {
  if (kind === 'postgres') return;

  const start = async (env: Record<string, string> = {}, setup: IssuerSetup = {}) => {
    const { app, issuer } = await startAppWithIssuer(
      (await place()).url,
      { REGISTRATION_CODES: 'not-required', ...env },
      setup,
    );
    const finding = async () => {
      const [provider] = app.parts.config.providers;
      assert.ok(provider);
      return checkProvider(provider, app.origin, AbortSignal.timeout(8000));
    };
    return { app, issuer, finding };
  };

  for (const [name, { setup, env }] of Object.entries(working))
    test(`people log in by an issuer that ${name}, and the doctor is content`, async () => {
      const { app, issuer, finding } = await start(env, setup);
      const { name: person } = issuer.add();
      assert.equal(await app.visitor().goTo(issuer, person), '/chat');
      assert.equal(await app.visitor().goTo(issuer, person), '/chat');
      assert.equal((await app.users()).length, 1);
      const { status, message } = await finding();
      assert.deepEqual(
        [status, message],
        ['ok', 'Campus answers as the right issuer and accepts the client.'],
      );
    });

  for (const [name, { setup, env, told }] of Object.entries(impossible))
    test(`the doctor says what is wrong with an issuer that ${name}`, async () => {
      const { app, finding } = await start(env, setup);
      const { status, message, todo } = await finding();
      assert.equal(status, 'failed');
      assert.match(message, told);
      assert.ok(todo);
      assert.deepEqual(await app.users(), []);
    });

  test('the log names the provider and the OAuth error, but not a refusal by the person', async () => {
    const { app, issuer } = await start({ OIDC_1_CLIENT_SECRET: 'a wrong secret' });
    const ada = app.visitor();
    assert.equal(await ada.goTo(issuer, issuer.add().name), '/login?refusal=PROVIDER_FAILED&provider=oidc-1');
    const told = () => app.logged.filter((line) => !line.includes('"event":"start'));
    assert.deepEqual(
      told().map((line) => JSON.parse(line)),
      [
        { event: 'provider', provider: 'oidc-1', step: 'token', error: 'invalid_client', httpStatus: 401 },
        { event: 'provider', provider: 'oidc-1', step: 'return', error: 'invalid_code' },
      ],
    );
    await ada.comeBack(await issuer.refuse(await ada.setOut()));
    assert.equal(told().length, 2);
  });

  test('a member whose provider no longer sends an email still logs in, and a stranger is told', async () => {
    const { app, issuer } = await start();
    const { name } = issuer.add();
    assert.equal(await app.visitor().goTo(issuer, name), '/chat');
    issuer.people.set(name, {});
    const again = app.visitor();
    assert.equal(await again.goTo(issuer, name), '/chat');
    assert.equal((await again.chats()).status, 200);
    issuer.people.set('stranger', {});
    assert.equal(
      await app.visitor().goTo(issuer, 'stranger'),
      '/login?refusal=PROVIDER_NO_EMAIL&provider=oidc-1',
    );
    assert.equal((await app.users()).length, 1);
  });
});
