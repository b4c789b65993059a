import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Face, visualRuns } from './visual-runs.ts';

const arabic: Face = { name: 'arabic', has: (codePoint) => codePoint >= 0x600 && codePoint < 0x700 };
const others: Face = { name: 'others', has: () => true };
const faceOf = (codePoint: number) => (arabic.has(codePoint) ? arabic : others);
const textsOf = (text: string, direction: 'ltr' | 'rtl') =>
  visualRuns(text, direction, faceOf).map((run) => run.text);

test('runs come from left to right, with brackets mirrored in right-to-left text', () => {
  assert.deepEqual(textsOf('Foyer 2027', 'ltr'), ['Foyer 2027']);
  assert.deepEqual(textsOf('Foyer', 'rtl'), ['Foyer']);
  // Arabic letters stay in their order: fontkit turns such a run itself. A run of signs alone is turned here.
  assert.deepEqual(textsOf('مرحبا Foyer', 'rtl'), ['Foyer', ' ', 'مرحبا']);
  assert.deepEqual(textsOf('(مرة)', 'rtl'), ['(', 'مرة', ')']);
  assert.deepEqual(textsOf('حتى 31 يناير', 'rtl'), ['يناير', ' ', '31', ' ', 'حتى']);
});
