import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { type CodeTerms, canonical, generate, problemOfText, stateOf } from './code.ts';

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string());
const thousands = { numRuns: 5000 };

test('a canonical form is its own canonical form', () => {
  fc.assert(
    fc.property(anyText, (text) => assert.equal(canonical(canonical(text)), canonical(text))),
    thousands,
  );
});

test('case and space around a text do not make another code', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      assert.equal(canonical(` \t${text.toUpperCase()}\n`), canonical(text.toLowerCase()));
    }),
    thousands,
  );
});

test('thirteen Crockford symbols are one code in any grouping, and with O, I and L for 0 and 1', () => {
  assert.equal(canonical('SCHOOLTRIP-201'), canonical('schooltrip-2o1'));
  assert.equal(canonical('7K3M-9QXA-2FV8B'), '7k3m9qxa2fv8b');
  assert.equal(canonical('7k3m 9qxa 2fv8b'), '7k3m9qxa2fv8b');
  assert.equal(canonical('7K3M–9QXA‑2FV8B'), '7k3m9qxa2fv8b');
});

test('invisible characters make no difference, and alone are no code', () => {
  assert.equal(canonical('SPRING\u200b-20\u00ad27\ufe0f'), canonical('spring-2027'));
  assert.equal(canonical('7K3M\u22129QXA\u22122FV8B\u200b'), '7k3m9qxa2fv8b');
  for (const text of ['\u200b', '\u2060', '\u00ad', '\u3164', ' \u200d ']) {
    assert.equal(problemOfText(text), 'is blank');
  }
});

test('other texts keep their hyphens, spaces and letters', () => {
  assert.equal(canonical('Spring-2027'), 'spring-2027');
  assert.equal(canonical('oil-2o1'), 'oil-2o1');
  assert.equal(canonical('uuuuuuuuuuuuu'), 'uuuuuuuuuuuuu');
  assert.notEqual(canonical('spring 2027'), canonical('spring-2027'));
});

test('a generated code has a canonical form of its own symbols', () => {
  const code = generate(randomBytes);
  assert.match(code, /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{5}$/);
  assert.equal(canonical(code), code.replaceAll('-', '').toLowerCase());
  assert.equal(problemOfText(code), null);
});

test('every symbol of a generated code comes from five bits of its own byte', () => {
  const bytes = Uint8Array.from([0, 1, 2, 9, 10, 31, 32, 63, 64, 128, 200, 254, 255]);
  assert.equal(
    generate(() => bytes),
    '0129-AZ0Z-008YZ',
  );
});

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
