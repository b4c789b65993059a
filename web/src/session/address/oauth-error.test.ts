import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRefusal } from './oauth-error.ts';

const foyer = 'https://foyer.example';

test('a refusal is read with its provider, and both leave the address', () => {
  assert.deepEqual(readRefusal(`${foyer}/login?refusal=PROVIDER_DENIED&provider=oidc-1`), {
    oauthError: { refusal: 'PROVIDER_DENIED', provider: 'oidc-1', path: '/login' },
    cleaned: `${foyer}/login`,
  });
});

test('the page that is about a provider keeps it', () => {
  const { oauthError, cleaned } = readRefusal(
    `${foyer}/one-more-step?provider=github&refusal=INVITATION_CODE_INVALID`,
  );
  assert.equal(oauthError?.refusal, 'INVITATION_CODE_INVALID');
  assert.equal(cleaned, `${foyer}/one-more-step?provider=github`);
});

for (const code of ['', 'NO_SUCH_CODE', 'toString', '<b>Pay here</b>', '__proto__']) {
  test(`"${code}" is no refusal, and leaves the address all the same`, () => {
    const read = readRefusal(`${foyer}/login?refusal=${encodeURIComponent(code)}&provider=github`);
    assert.deepEqual(read, { oauthError: null, cleaned: `${foyer}/login` });
  });
}

test('other parameters stay', () => {
  const { cleaned } = readRefusal(`${foyer}/account/?a=1&refusal=PROVIDER_TAKEN&provider=x&b=2#end`);
  assert.equal(cleaned, `${foyer}/account/?a=1&b=2#end`);
});

test('on other pages it is ignored', () => {
  const address = `${foyer}/chat?refusal=PROVIDER_DENIED&provider=github`;
  assert.deepEqual(readRefusal(address), { oauthError: null, cleaned: address });
});
