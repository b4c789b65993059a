import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { whereJsonBreaks } from './json.ts';

test('a fault is reported by line and column', () => {
  const cases: [string, number, number][] = [
    ['[\n  {"a": 1},\n]', 3, 1],
    ['[{"a": 1 "b": 2}]', 1, 10],
    ["[{'a': 1}]", 1, 3],
    ['[{"a": 01}]', 1, 8],
    ['[1, 2', 1, 6],
    ['[] []', 1, 4],
    ['[tru]', 1, 2],
    ['{"a" 1}', 1, 6],
    ['{,}', 1, 2],
    ['[1}', 1, 3],
    ['["a\nb"]', 1, 2],
  ];
  for (const [text, line, column] of cases) assert.deepEqual(whereJsonBreaks(text), { line, column }, text);
});

test('a fault is reported for exactly the texts that are not JSON', () => {
  const damage = fc.record({
    at: fc.nat(),
    cut: fc.nat(3),
    put: fc.constantFrom('', ',', '"', '}', '[', '1', 'x', '\n'),
  });
  fc.assert(
    fc.property(fc.json(), damage, (json, { at, cut, put }) => {
      const from = at % (json.length + 1);
      const text = json.slice(0, from) + put + json.slice(from + cut);
      assert.equal(whereJsonBreaks(text) === null, isJson(text), text);
    }),
    { numRuns: 2000 },
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
