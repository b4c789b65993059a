import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operatorRefusals } from '@foyer/policy';
import * as texts from './en/console.ts';

/** Every text by its path; the functions are called with words in their slots. */
function textsOf(value: unknown, path: string): (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return slots(path).map((args) => [path, [value(...args)].flat().join('')]);
  return Object.entries(value ?? {}).flatMap(([name, inner]) => textsOf(inner, `${path}.${name}`));
}

/** Counts of one and of many, names, and a part that is drawn in its own way. */
function slots(path: string): unknown[][] {
  const draw = (text: string) => text;
  if (/terms\.(guests|accounts)$/.test(path)) return [1, 3].map((count) => [count, '1 May', '2 May', draw]);
  if (/terms\.left$/.test(path)) return [0, 1, 3].map((count) => [count, draw]);
  if (/room\.left$/.test(path)) return [90_000, 9_000_000, 999_000_000].map((ms) => [ms, draw]);
  if (/(room\.in|make\.sum)$/.test(path)) return [1, 3].map((count) => [count, count, draw]);
  if (/batchEnds$/.test(path)) return [1, 3].map((count) => ['Spring', count, '2 May']);
  if (/chart\.summary$/.test(path)) return [['Uses', '1 May', '2 May', 3, 1]];
  if (/chart\.on$|warnings\.codeLow$|extend\.done$/.test(path))
    return /codeLow/.test(path)
      ? [
          ['Spring', 1],
          ['Spring', 3],
        ]
      : [
          [1, '2 May'],
          [3, '2 May'],
        ];
  if (/madeBy|codeEnds|waiting$|audit\.change|imports\.change/.test(path))
    return [['Spring', '2 May', '3 May']];
  if (takesName.test(path)) return [['Spring']];
  return [1, 3].map((count) => [count, count, 2]);
}

const takesName =
  /notOperator|choose$|codes\.from$|code\.title$|edit\.(from|until)$|room\.notYet|unnamed|failed$|of(Guest|Member|Batch)$|gaveMore|blocked$|erased$|isOperator$|Question\.title$|since$|firstWaiting|tokens\.(created|lastUsed|revoked)$|isDefault|ignored|invalidInput|setUp\.text$/;

const all = textsOf(texts, 'texts');

test('every slot of the console’s texts is filled, for one and for many', () => {
  assert.ok(all.length > 400, String(all.length));
  for (const [path, text] of all) {
    assert.ok(text.trim().length > 0, path);
    assert.doesNotMatch(text, /undefined|NaN|\[object|=>|[{}$]/, `${path}: ${text}`);
  }
});

test('every refusal that operators meet has a sentence', () => {
  for (const code of Object.keys(operatorRefusals)) assert.ok(code in texts.errors, code);
});

test('one thing has one word', () => {
  const avoided = /e-mail|signed in|sign in|whoever|go on|way in|invite code|access code/i;
  assert.deepEqual(
    all.filter(([, text]) => avoided.test(text)),
    [],
  );
});
