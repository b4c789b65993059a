import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { titleOf } from './title.ts';

test('a short message is its own title, on one line', () => {
  assert.equal(titleOf('  Hello\n\tworld '), 'Hello world');
});

test('a long message is cut between words', () => {
  const title = titleOf(
    'How do I apply for a place in the summer course of the university of applied sciences?',
  );
  assert.equal(title, 'How do I apply for a place in the summer course of the…');
});

test('a word that ends at the limit stays whole', () => {
  assert.equal(titleOf(`${'a'.repeat(60)} b`), `${'a'.repeat(60)}…`);
  assert.equal(titleOf(`one ${'a'.repeat(56)} b`), `one ${'a'.repeat(56)}…`);
});

test('a text without spaces is cut at the limit', () => {
  assert.equal(titleOf('長'.repeat(100)), `${'長'.repeat(60)}…`);
  assert.equal(titleOf('😀'.repeat(100)), `${'😀'.repeat(60)}…`);
});

test('a text without visible characters still has a title', () => {
  assert.equal(titleOf('\u0001\u0002'), '…');
});

test('every title is one line of 1 to 61 characters, and the start of its text', () => {
  const words = fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 20 });
  fc.assert(
    fc.property(words, fc.constantFrom(' ', '\n', '\t'), (parts, gap) => {
      const text = parts.join(gap);
      const title = titleOf(text);
      const length = [...title].length;
      assert.ok(length >= 1 && length <= 61);
      assert.doesNotMatch(title, /[\n\r\t\p{Cc}]/u);
      assert.equal(title, title.trim());
      assert.ok(title.isWellFormed());
      const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
      assert.ok(title === 'Untitled' || line.startsWith(title.replace(/…$/u, '')));
    }),
  );
});
