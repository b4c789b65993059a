import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { openDuplicateFilter } from './stage/duplicate-filter.ts';
import { openRowActions, type RowAction } from './stage/row-actions.ts';

test('all duplicates are suspected, and few other rows', () => {
  const filter = openDuplicateFilter();
  const prefixes = Uint32Array.from({ length: 400_000 }, () => randomBytes(4).readUInt32LE());
  const places = [0, 7, 70_001, 199_999];
  for (const place of places) prefixes.set([123_456, 789], 2 * place);
  // A row without a digest has no duplicate.
  prefixes.set([0, 0], 2 * 5);
  prefixes.set([0, 0], 2 * 6);
  filter.note(prefixes.subarray(0, 100_000));
  filter.note(prefixes.subarray(100_000));
  const suspects = filter.suspects(prefixes);
  assert.deepEqual(
    places.filter((place) => !suspects.includes(place)),
    [],
  );
  assert.ok(!suspects.includes(5) && !suspects.includes(6));
  assert.ok(suspects.length < 40, `${suspects.length} are suspected`);
});

test('a row keeps its last action, and without one it is created', () => {
  const action = fc.constantFrom<RowAction>('create', 'change', 'skip');
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(20_000), action)), (given) => {
      const actions = openRowActions();
      for (const [row, action] of given) actions.set(row, action);
      const last = new Map(given);
      for (const row of [...last.keys(), 1, 1_000_000])
        assert.equal(actions.of(row), last.get(row) ?? 'create');
    }),
  );
});
