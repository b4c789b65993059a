import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deriveKeys, digestOf, seal, unseal } from './seal.ts';

const keys = deriveKeys('the secret of this installation!');
const others = deriveKeys('the secret of another installation');

test('a sealed text opens with the same secret, unchanged', () => {
  const digest = digestOf(keys, 'Spring 2027 ☀');
  const again = deriveKeys('the secret of this installation!');
  assert.equal(unseal(again, seal(keys, 'Spring 2027 ☀', digest), digest), 'Spring 2027 ☀');
});

test('it does not open with another secret, as another code, or after a change', () => {
  const digest = digestOf(keys, 'spring');
  const sealed = seal(keys, 'spring', digest);
  const changed = `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`;
  assert.throws(() => unseal(others, sealed, digest));
  assert.throws(() => unseal(keys, sealed, digestOf(keys, 'autumn')));
  assert.throws(() => unseal(keys, changed, digest));
});

test('the same text is sealed differently each time, and has one digest', () => {
  const digest = digestOf(keys, 'spring');
  assert.notEqual(seal(keys, 'spring', digest), seal(keys, 'spring', digest));
  assert.equal(digestOf(keys, ' SPRING '), digest);
  assert.notEqual(digestOf(others, 'spring'), digest);
});

test('no two seals start with the same random bytes', () => {
  const ivs = Array.from({ length: 1000 }, () =>
    Buffer.from(seal(keys, 'spring', 'digest'), 'base64url')
      .subarray(0, 12)
      .toString('hex'),
  );
  assert.equal(new Set(ivs).size, 1000);
});
