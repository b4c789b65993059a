import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FileRow, ValidRow } from '../validate/file-row.ts';
import { decodeRows, encodeRow } from './encoded-row.ts';

const text = fc.string({ unit: 'grapheme' });
const valid: fc.Arbitrary<ValidRow> = fc.record({
  row: fc.integer({ min: 1 }),
  digest: fc.base64String({ minLength: 44, maxLength: 44 }),
  sealed: fc.base64String(),
  kind: fc.constantFrom('login' as const, 'registration' as const),
  allowed: fc.nat(),
  remaining: fc.nat(),
  validFrom: fc.integer(),
  validUntil: fc.integer(),
  requirement: fc.constantFrom('NOT_AVAILABLE' as const, 'REQUIRED' as const),
  label: fc.option(text),
  assistant: fc.option(text),
  messagesPerPerson: fc.option(fc.nat()),
  messagesPerDay: fc.option(fc.nat()),
  tokenBudget: fc.option(fc.nat()),
  minutesPerPerson: fc.option(fc.nat()),
  peopleAtOnce: fc.option(fc.nat()),
  language: fc.option(text),
});
const invalid: fc.Arbitrary<FileRow> = fc.record({
  row: fc.integer({ min: 1 }),
  digest: fc.option(fc.base64String()),
  sealedText: fc.option(fc.base64String(), { nil: null }),
  problems: fc.array(fc.record({ field: fc.option(text), message: text })),
});

test('a decoded row equals the encoded one', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(valid, invalid)), (rows) => {
      const encoded = rows.map(encodeRow);
      assert.deepEqual(decodeRows(encoded), structuredClone(rows));
      assert.ok(!encoded.some((row) => row.includes('\n')));
    }),
  );
});
