import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as en from './en.ts';
import type { Messages } from './texts.ts';

const areas = en satisfies Messages;

/** Every text of the catalogue by its path; the functions are called with words in their slots. */
function textsOf(value: unknown, path: string): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, [value(...slotsOf(path))].flat().join('')]];
  return Object.entries(value ?? {}).flatMap(([name, inner]) => textsOf(inner, `${path}.${name}`));
}

/** Times and counts are numbers, a name before a link is one of a provider, and a link draws its text. */
function slotsOf(path: string): unknown[] {
  const link = (text: string) => text;
  if (path.endsWith('expect.limits')) return [{ messages: 40, messagesPerDay: 20, endsAt: 3000 }];
  if (path.endsWith('limits.messages')) return [{ left: 3, isToday: true }, 3000];
  if (/In$|limits\.|guestEnded|On$|since|lastActive|shiftHint|length/.test(path)) return [3, 4000];
  if (path.endsWith('oneMoreStep.haveAccount')) return ['Campus', link];
  if (/check\.text|confirm\.text|anotherLink/.test(path)) return ['ada@example.org'];
  const takesLink = /haveAccount|noAccount|not(Now|Yours)|remembered|knowPassword|byProvider$|orCreate/.test(
    path,
  );
  return [takesLink ? link : 'Campus'];
}

const texts = Object.entries(areas).flatMap(([name, area]) => textsOf(area, name));

test('the catalogue runs without a browser, and every slot is filled', () => {
  assert.ok(texts.length > 200, String(texts.length));
  for (const [path, text] of texts) {
    assert.ok(text.trim().length > 0, path);
    assert.doesNotMatch(text, /undefined|NaN|\[object|=>|[{}]/, `${path}: ${text}`);
  }
});

test('one thing has one word', () => {
  const avoided = /e-mail|signed in|sign in|whoever|go on|way in|ways in|under way|this Foyer/i;
  assert.deepEqual(
    texts.filter(([, text]) => avoided.test(text)),
    [],
  );
});

test('what happens once, twice and more often is said in whole words', () => {
  const { shiftHint } = en.logOut;
  assert.deepEqual([1, 2, 3].map(shiftHint), [
    'Shift: once more to leave',
    'Shift: twice more to leave',
    'Shift: 3 times more to leave',
  ]);
  assert.equal(en.chat.composer.length(7500, 8000), '7,500 of 8,000 characters');
});
