import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { piecesOf } from './pieces.ts';

const textsOf = (text: string) => piecesOf(text).map((piece) => piece.text);

test('a text of ordinary length is one piece', () => {
  assert.deepEqual(textsOf('A heron\n\nstands in the water.\n'), ['A heron\n\nstands in the water.\n']);
  assert.deepEqual(textsOf(''), []);
});

test('a long text is cut at the ends of lines, which are drawn between the pieces', () => {
  const lines = Array.from({ length: 1000 }, (_, at) => `A heron, and what it ate on day ${at}`);
  const pieces = textsOf(lines.join('\n'));
  assert.ok(pieces.length > 1);
  assert.deepEqual(pieces.join('\n').split('\n'), lines);
});

test('a long line is cut between words, and a long word inside', () => {
  for (const piece of textsOf('heron '.repeat(2000)))
    assert.ok(/^heron/.test(piece) && /heron ?$/.test(piece));
  assert.deepEqual(
    textsOf('a'.repeat(1200)).map((piece) => piece.length),
    [500, 500, 200],
  );
});

test('nothing of a text is lost but ends of lines, no pair is cut, and a growing text changes at its end only', () => {
  const part = fc.constantFrom(
    'a',
    '\n',
    ' ',
    'a'.repeat(499),
    'heron '.repeat(700),
    '🐟'.repeat(300),
    '\u0344'.repeat(900),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      const pieces = piecesOf(text);
      assert.equal(
        pieces
          .map((piece) => piece.text)
          .join('')
          .replaceAll('\n', ''),
        text.replaceAll('\n', ''),
      );
      for (const piece of pieces) {
        assert.ok(text.startsWith(piece.text, piece.at));
        assert.ok(piece.text.isWellFormed() && piece.text.length <= 4000);
      }
      assert.deepEqual(piecesOf(`${text}b`).slice(0, pieces.length - 1), pieces.slice(0, -1));
    }),
  );
});
