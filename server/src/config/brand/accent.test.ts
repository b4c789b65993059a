import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatHex, toGamut, wcagContrast } from 'culori';
import { deriveAccent, problemOfAccent, readable } from './accent.ts';

const inGamut = toGamut('rgb', 'oklch');
const surfaces = { light: '#fffefb', dark: '#212724' };
/** Colours all around the wheel, from nearly black to as light as an accent may be. */
const accents = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].flatMap((step) =>
  [0.25, 0.35, 0.45, 0.5].map((lightness) =>
    formatHex(inGamut({ mode: 'oklch', l: lightness, c: 0.2, h: step * 30 })),
  ),
);
const allowed = [...accents, '#000000', '#333333'].filter((hex) => problemOfAccent(hex) === null);

test('an accent that cannot be read is refused, and a darker one is named that can', () => {
  for (const hex of ['#ffcc00', '#e6007a', '#ffffff', '#7f9f8f', '#00aaff']) {
    const problem = problemOfAccent(hex) ?? '';
    assert.match(problem, /^#\w{6} is too light to be read: its contrast is [1-4]\.\d:1, at least 4\.5:1/);
    const [, better = ''] = /(#\w{6}) would do$/.exec(problem) ?? [];
    assert.equal(problemOfAccent(better), null, `${hex} to ${better}`);
  }
});

test('an accent that can be read on white, but not on its own soft ground, is refused', () => {
  assert.ok(wcagContrast('#757575', '#fffefb') >= readable);
  assert.notEqual(problemOfAccent('#757575'), null);
});

test('only a colour of six digits is an accent', () => {
  for (const text of ['', 'red', '#fff', '#1c63499', '1c6349', '#1c634g', '#1c6349;}'])
    assert.equal(problemOfAccent(text), 'a colour like #1c6349 is expected');
});

test('all that is made from an allowed accent can be read, in light and dark', () => {
  assert.ok(allowed.length > 30, String(allowed.length));
  for (const hex of allowed) {
    for (const scheme of ['light', 'dark'] as const) {
      const of = deriveAccent(hex)[scheme];
      const pairs = [
        [of.accent, surfaces[scheme]],
        [of.accent, of.soft],
        [of['soft-ink'], of.soft],
        ...[of.accent, of['accent-hover'], of['accent-press']].map((ground) => [of['on-accent'], ground]),
      ];
      for (const [one = '', other = ''] of pairs)
        assert.ok(wcagContrast(one, other) >= readable, `${hex} ${scheme}: ${one} on ${other}`);
    }
  }
});
