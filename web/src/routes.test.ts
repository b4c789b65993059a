import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chatAt, isSignedInPath, pageAt } from './routes.ts';

test('an address of the chat names a chat or a new one', () => {
  assert.equal(chatAt('/chat'), undefined);
  assert.equal(chatAt('/chat/'), undefined);
  assert.equal(chatAt('/chat/1'), '1');
  assert.equal(chatAt('/chat/1/'), '1');
  assert.equal(chatAt('/chat/1/2'), null);
  assert.equal(chatAt('/chats'), null);
});

test('the addresses of the inside are those of whoever is in', () => {
  for (const path of ['/chat', '/chat/1', '/account', '/account/', '/create-account'])
    assert.ok(isSignedInPath(path), path);
  for (const path of ['/', '/login', '/verify', '/accounts', '//chat', 'https://elsewhere.example/chat'])
    assert.ok(!isSignedInPath(path), path);
});

test('the entry pages are found with and without a slash', () => {
  assert.equal(pageAt('/'), 'landing');
  assert.equal(pageAt('/login/'), 'login');
  assert.equal(pageAt('/nowhere'), undefined);
});
