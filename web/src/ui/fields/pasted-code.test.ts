import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeInPaste } from './pasted-code.ts';

test('a pasted link gives its code', () => {
  for (const link of [
    'https://chat.example.org/#invite-code=7K3M-9QXA-2FV8B',
    'Come in: https://chat.example.org/?invite-code=7K3M-9QXA-2FV8B&x=1 See you',
    'https://chat.example.org/%23invite-code%3D7K3M-9QXA-2FV8B',
  ])
    assert.deepEqual(codeInPaste(link), { text: '7K3M-9QXA-2FV8B', isWhole: true }, link);
});

test('lines are joined by blanks, so that a code on a line of its own is found', () => {
  assert.deepEqual(codeInPaste(' Your code:\r\nABC\n'), { text: 'Your code: ABC', isWhole: false });
});

test('a code, and a text that is too long, are left to the browser', () => {
  assert.equal(codeInPaste('SPRING-2027'), null);
  assert.equal(codeInPaste(`${'\n'.repeat(1000)}#invite-code=A`), null);
});
