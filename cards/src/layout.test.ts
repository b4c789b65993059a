import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languages } from '@foyer/policy';
import * as fc from 'fast-check';
import { type Card, CardRefused } from './card.ts';
import { cardSize, layoutCard, pointMm } from './layout.ts';

/** As in a font whose letters are all 0.45 times as wide as high. */
const measure = (text: string, _style: string, points: number) => [...text].length * points * 0.45;
const house = {
  name: 'Harbour Advice',
  logoFile: null,
  publicUrl: 'https://chat.harbour.example',
  timeZone: 'UTC',
};
const card: Card = {
  code: '7K2M-9QXD-4HVN8',
  kind: 'login',
  link: '',
  allowed: 1,
  validUntil: Date.UTC(2027, 1, 1) - 1,
  language: null,
  note: null,
  assistant: null,
};

test('nothing leaves the card, whatever an operator writes, or the card is refused', () => {
  const words = (maxLength: number) => fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength }));
  const cards = fc.record({
    note: words(120),
    assistant: words(64),
    code: fc.string({ minLength: 1, maxLength: 128 }),
    kind: fc.constantFrom('login' as const, 'registration' as const),
    language: fc.constantFrom(...languages),
    allowed: fc.integer({ min: 1, max: 1_000_000_000 }),
  });
  fc.assert(
    fc.property(cards, fc.constantFrom(...languages), (fields, language) => {
      try {
        const { lines, arch } = layoutCard({ ...card, ...fields }, { ...house, language }, measure);
        const isRtl = fields.language === 'ar';
        for (const { text, style, points, x, y } of lines) {
          const width = measure(text, style, points) * pointMm;
          const [left, right] = isRtl ? [x - width, x] : [x, x + width];
          const [from, to] = isRtl ? [5, arch.x - 5] : [arch.x + arch.width + 5, cardSize.width - 5];
          assert.ok(left >= from - 0.01 && right <= to + 0.01, `${text}: ${left} to ${right}`);
          assert.ok(y >= 5 && y <= cardSize.height - 5, `${text}: ${y}`);
        }
      } catch (error) {
        assert.ok(error instanceof CardRefused, String(error));
      }
    }),
  );
});

test('a usual card is not made smaller, and its code and address stay on one line', () => {
  const { lines } = layoutCard({ ...card, note: 'Ask Wren.' }, { ...house, language: 'en' }, measure);
  assert.deepEqual(
    lines.map(({ text, points }) => [text, points]),
    [
      ['Harbour Advice', 10],
      ['Ask Wren.', 8.5],
      ['Scan, or enter this code at', 8],
      ['chat.harbour.example', 10],
      ['7K2M-9QXD-4HVN8', 13],
      ['One person, until 31 January 2027', 8],
    ].map(([text, points]) => [text, points]),
  );
});
