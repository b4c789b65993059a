import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withMath } from './math.ts';

test('mathematics in all its marks stands between double dollars', () => {
  assert.equal(withMath('So \\(a^2\\) is'), 'So $$a^2$$ is');
  assert.equal(withMath('Here:\n\\[\nx = 1\n\\]\nDone'), 'Here:\n\n$$\nx = 1\n$$\n\nDone');
  assert.equal(withMath('Where $x$ and $y = 2x$.'), 'Where $$x$$ and $$y = 2x$$.');
  assert.equal(withMath('($\\frac{1}{2}$)'), '($$\\frac{1}{2}$$)');
  assert.equal(withMath('$$\nx\n$$'), '$$\nx\n$$');
});

test('prices, variables of a shell and code are no mathematics', () => {
  for (const text of [
    'It costs $5 and not $6.',
    'From $1,250 to $1,500 = more',
    'between $5/month and $10/month',
    'US$20 or CA$30',
    'Set `$HOME` and `$PATH`',
    '```sh\necho $a $b = $c\n```',
    'an escaped \\$x\\$ sign',
    'no sign at all',
    'a lonely $ sign',
  ])
    assert.equal(withMath(text), null, text);
});

test('code beside mathematics stays as it is', () => {
  assert.equal(withMath('`$x$` is $x$'), '`$x$` is $$x$$');
});

test('a long text of dollars is read quickly', () => {
  const started = performance.now();
  withMath('$a '.repeat(20_000));
  withMath('\\('.repeat(20_000));
  withMath('`'.repeat(20_000));
  assert.ok(performance.now() - started < 5000);
});
