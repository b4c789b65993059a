import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CodeTerms, canonical, problemOfText, problemOfTyped, stateOf } from './code.ts';

test('blank, long and unprintable texts are not codes', () => {
  assert.equal(problemOfText(' \t '), 'is blank');
  assert.equal(problemOfText('x'.repeat(128)), null);
  assert.equal(problemOfText('x'.repeat(129)), 'is longer than 128 characters');
  assert.equal(problemOfText('👋'.repeat(128)), null);
  for (const text of ['a\0b', 'a\nb', 'a\u007fb', 'a\u0085b']) {
    assert.equal(problemOfText(text), 'contains control characters');
  }
  assert.equal(problemOfText('a\ud800b'), 'contains half a character');
});

test('a text that is too long is refused without parsing, whatever its characters', () => {
  const marks = `a${'\u0344'.repeat(240_000)}${'\u0316'.repeat(240_000)}`;
  assert.equal(problemOfText(marks), 'is longer than 128 characters');
  assert.equal(canonical(marks), '');
  assert.equal(canonical(marks.slice(0, 1001)), '');
  // Each becomes 18 characters in its normal form.
  assert.equal(canonical('\ufdfa'.repeat(1000)), '');
});

test('text around a code does not make it too long, and a line break in a typed text does no harm', () => {
  const code = 'x'.repeat(128);
  assert.equal(problemOfTyped(`https://foyer.example/#invite-code=${code}`), null);
  assert.equal(
    problemOfTyped(`https://foyer.example/#invite-code=${code}x`),
    'is longer than 128 characters',
  );
  assert.equal(problemOfTyped('Spring\n2027\t'), null);
  assert.equal(problemOfTyped(' “…” '), 'is blank');
  assert.equal(problemOfTyped('a\0b'), 'contains control characters');
});

test('a code works from the start to the end of its window, both inclusive', () => {
  const code: CodeTerms = { kind: 'login', remaining: 1, validFrom: 100, validUntil: 200, revokedAt: null };
  const states = [99, 100, 200, 201].map((now) => stateOf(code, now));
  assert.deepEqual(states, ['unusable', 'login', 'login', 'unusable']);
});

test('a code that is used up or revoked does not work', () => {
  const code: CodeTerms = {
    kind: 'registration',
    remaining: 1,
    validFrom: 0,
    validUntil: 9,
    revokedAt: null,
  };
  assert.equal(stateOf(code, 5), 'registration');
  assert.equal(stateOf({ ...code, remaining: 0 }, 5), 'unusable');
  assert.equal(stateOf({ ...code, revokedAt: 1 }, 5), 'unusable');
});
