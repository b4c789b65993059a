import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wcagContrast } from 'culori';
import { dark, light } from './tokens.ts';

type Name = keyof typeof light;

/** Text on its ground needs 4.5:1, the edge of a control 3:1 (WCAG 2.2 AA). */
const text: [Name, Name[]][] = [
  ['ink', ['surface', 'wall', 'floor', 'quiet', 'soft']],
  ['ink-2', ['surface', 'wall', 'floor', 'quiet']],
  ['ink-3', ['surface', 'quiet']],
  ['accent', ['surface', 'wall', 'floor', 'soft']],
  ['on-accent', ['accent', 'accent-hover', 'accent-press']],
  ['soft-ink', ['soft']],
  ['danger', ['surface']],
  ['on-danger', ['danger', 'danger-hover']],
  ['danger-ink', ['danger-soft']],
  ['warn-ink', ['warn-soft']],
  ['surface', ['ink']],
  ['syntax-name', ['wall']],
  ['syntax-value', ['wall']],
  ['syntax-note', ['wall']],
];

for (const [scheme, tokens] of Object.entries({ light, dark })) {
  test(`the colours can be read in ${scheme} mode`, () => {
    for (const [name, grounds] of text) for (const ground of grounds) atLeast(4.5, tokens, name, ground);
    for (const ground of ['surface', 'wall'] as const) atLeast(3, tokens, 'edge', ground);
  });
}

function atLeast(least: number, tokens: Record<Name, string>, name: Name, ground: Name) {
  const found = wcagContrast(tokens[name], tokens[ground]);
  assert.ok(found >= least, `${name} on ${ground}: ${found.toFixed(2)}`);
}
