import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterEdit, caretIn, show } from './group-code.ts';

/** What a person sees who types this: one key after the other, `<` for backspace. `|` is the caret. */
function type(keys: string, into = ''): string {
  let typed = into;
  let caret = into.length;
  for (const key of keys) {
    const shown = show(typed);
    const at = caretIn(shown, caret);
    const { text } = shown;
    const edited =
      key === '<' ? text.slice(0, at - 1) + text.slice(at) : text.slice(0, at) + key + text.slice(at);
    ({ typed, caret } = afterEdit(shown, edited, key === '<' ? at - 1 : at + 1));
  }
  const shown = show(typed);
  const at = caretIn(shown, caret);
  return `${shown.text.slice(0, at)}|${shown.text.slice(at)}`;
}

test('the hyphens of a generated code come by themselves', () => {
  assert.equal(type('7k2m'), '7k2m|');
  assert.equal(type('7k2m9'), '7k2m-9|');
  assert.equal(type('7k2m9qxd4hvn8'), '7k2m-9qxd-4hvn8|');
  assert.equal(type('7K2M-9QXD-4HVN8'), '7K2M-9QXD-4HVN8|');
  assert.equal(type('7K2M-9QXD4'), '7K2M-9QXD-4|');
  assert.equal(type('7K2M-'), '7K2M-|');
});

test('backspace takes the symbols away, also across a hyphen', () => {
  assert.equal(type('7k2m9<'), '7k2m|');
  assert.equal(type('7k2m9<<'), '7k2|');
  assert.equal(type('7k2m9qxd4<<<'), '7k2m-9q|');
});

test('own words stay as they are typed', () => {
  for (const words of ['SPRING-2027', 'WELCOME', 'GARDEN', 'team-2', 'uni2027', 'a-b', 'Straße 7', 'K7M-4PQ'])
    assert.equal(type(words), `${words}|`);
});

test('hyphens that came by themselves go away when the text becomes own words', () => {
  assert.equal(type('2027spring'), '2027-spri-ng|');
  assert.equal(type('2027spring-'), '2027spring-|');
  assert.equal(type('7k2m9qxd4hvn8x'), '7k2m9qxd4hvn8x|');
});

test('the caret stays at its place in the middle of a code', () => {
  const before = show('7k2m9qxd4hvn8');
  assert.equal(before.text, '7k2m-9qxd-4hvn8');
  // The x after the hyphen is deleted, with the caret before it.
  const { typed, caret } = afterEdit(before, '7k2m-9qd-4hvn8', 7);
  assert.deepEqual([typed, caret], ['7k2m9qd4hvn8', 6]);
  assert.equal(show(typed).text, '7k2m-9qd4-hvn8');
  assert.equal(caretIn(show(typed), caret), 7);
});

test('a code that is pasted over everything replaces it', () => {
  const { typed, caret } = afterEdit(show('7k2m9'), '7K3M-9QXA-2FV8B', 15);
  assert.deepEqual([typed, caret], ['7K3M-9QXA-2FV8B', 15]);
});
