import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memory } from '../../testing/storage.ts';
import { changeAfter, type RoundTrip, saveRoundTrip, takeRoundTrip } from './oauth-round-trip.ts';

const roundTrip: RoundTrip = {
  purpose: 'register',
  provider: 'oidc-1',
  code: { code: 'SPRING', state: 'none', from: 'field' },
};

test('a tab that comes back from a provider knows it, once, and keeps no code', () => {
  const storage = memory();
  assert.equal(takeRoundTrip(storage), null);
  saveRoundTrip(roundTrip, storage);
  assert.deepEqual(takeRoundTrip(storage), roundTrip);
  assert.equal(takeRoundTrip(storage), null);
  assert.equal(storage.length, 0);
});

test('a guest who becomes a member is the same person; a login may bring another one', () => {
  assert.equal(changeAfter({ purpose: 'convert', provider: 'oidc-1' }), 'same');
  assert.equal(changeAfter({ purpose: 'log-in', provider: 'oidc-1' }), 'in');
});

for (const nonsense of ['in', '{', '"in"', '{"purpose":"toString"}']) {
  test(`${nonsense} is no round trip`, () => {
    const storage = memory();
    storage.setItem('foyer.trip', nonsense);
    assert.equal(takeRoundTrip(storage), null);
    assert.equal(storage.length, 0);
  });
}
