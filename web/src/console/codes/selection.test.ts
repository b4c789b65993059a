import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choose, countOf, isChosen, maxIds, noneChosen, selectionOf, selectionToUndo } from './selection.ts';

test('codes are chosen over several pages', () => {
  const first = choose(noneChosen, ['a', 'b'], ['a', 'b'], true);
  const both = choose(first, ['c', 'd'], ['c'], true);
  assert.equal(countOf(both), 3);
  assert.deepEqual(selectionOf(both), { ids: ['a', 'b', 'c'] });
  const fewer = choose(both, ['a', 'b'], ['a'], false);
  assert.ok(!isChosen(fewer, 'a') && isChosen(fewer, 'c'));
});

test('all that match are chosen by their filter, and one less means those of the page', () => {
  const all = { kind: 'matching', filter: { state: 'open', search: 'SPRING' }, count: 400 } as const;
  assert.ok(isChosen(all, 'anything'));
  assert.deepEqual(selectionOf(all), { filter: { state: 'open' }, search: 'SPRING' });
  assert.deepEqual(selectionOf(choose(all, ['a', 'b'], ['a'], false)), { ids: ['b'] });
});

test('no more codes are chosen than one request takes', () => {
  const ids = Array.from({ length: maxIds + 5 }, (_, index) => String(index));
  assert.equal(countOf(choose(noneChosen, ids, ids, true)), maxIds);
});

test('what a revocation touched is no longer open: undo asks without the state', () => {
  assert.deepEqual(selectionToUndo({ filter: { state: 'open', kind: 'login' }, search: 'A' }), {
    filter: { kind: 'login' },
    search: 'A',
  });
  assert.deepEqual(selectionToUndo({ ids: ['a'] }), { ids: ['a'] });
});
