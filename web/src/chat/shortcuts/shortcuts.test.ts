import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Pressed, shortcutOf } from './shortcuts.ts';

const press = (key: string, rest: Partial<Pressed> = {}): Pressed => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  isTyping: false,
  isElsewhere: false,
  ...rest,
});

test('letters are shortcuts outside of fields, when they are on', () => {
  assert.equal(shortcutOf(press('n'), true), 'newChat');
  assert.equal(shortcutOf(press('?'), true), 'list');
  assert.equal(shortcutOf(press('x'), true), null);
  assert.equal(shortcutOf(press('n', { isTyping: true }), true), null);
  assert.equal(shortcutOf(press('n'), false), null);
});

test('Escape stops a reply, also while somebody types and with letters off', () => {
  assert.equal(shortcutOf(press('Escape', { isTyping: true }), false), 'stop');
  assert.equal(shortcutOf(press('Escape', { isComposing: true }), true), null);
  assert.equal(shortcutOf(press('Escape', { isElsewhere: true }), true), null);
});

test('keys with Ctrl, Meta or Alt belong to the browser', () => {
  for (const modifier of ['ctrlKey', 'metaKey', 'altKey'])
    assert.equal(shortcutOf(press('c', { [modifier]: true }), true), null);
});
