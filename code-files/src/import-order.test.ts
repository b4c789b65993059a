import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { openDuplicateFilter } from './stage/duplicate-filter.ts';
import { openRowActions, type RowAction } from './stage/row-actions.ts';

test('rows that are one code are always suspected, and few of the others', () => {
  const seen = openDuplicateFilter();
  const heads = Uint32Array.from({ length: 400_000 }, () => randomBytes(4).readUInt32LE());
  const places = [0, 7, 70_001, 199_999];
  for (const place of places) heads.set([123_456, 789], 2 * place);
  // A row that has no digest is like no other.
  heads.set([0, 0], 2 * 5);
  heads.set([0, 0], 2 * 6);
  seen.note(heads.subarray(0, 100_000));
  seen.note(heads.subarray(100_000));
  const suspects = seen.suspects(heads);
  assert.deepEqual(
    places.filter((place) => !suspects.includes(place)),
    [],
  );
  assert.ok(!suspects.includes(5) && !suspects.includes(6));
  assert.ok(suspects.length < 40, `${suspects.length} are suspected`);
});

test('a row has the mark that it got last, and is made when it got none', () => {
  const mark = fc.constantFrom<RowAction>('make', 'change', 'leave');
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(20_000), mark)), (given) => {
      const marks = openRowActions();
      for (const [row, mark] of given) marks.set(row, mark);
      const last = new Map(given);
      for (const row of [...last.keys(), 1, 1_000_000]) assert.equal(marks.of(row), last.get(row) ?? 'make');
    }),
  );
});
