import assert from 'node:assert/strict';
import { test } from 'node:test';
import { routes } from '@foyer/api/pages';
import { isSignedInPath, matchRoute, pageAt, paths } from './routes.ts';

test('an address of the chat names a chat or a new one', () => {
  assert.deepEqual(matchRoute('/chat'), { name: 'newChat', id: undefined });
  assert.deepEqual(matchRoute('/chat/'), { name: 'newChat', id: undefined });
  assert.deepEqual(matchRoute('/chat/1'), { name: 'chat', id: '1' });
  assert.deepEqual(matchRoute('/chat/1/'), { name: 'chat', id: '1' });
  assert.equal(matchRoute('/chat/1/2'), null);
  assert.equal(matchRoute('/chats'), null);
  assert.equal(paths.chat('1'), '/chat/1');
});

test('the console has every address below its own', () => {
  for (const path of ['/console', '/console/', '/console/codes/1'])
    assert.deepEqual(matchRoute(path), { name: 'console', id: undefined }, path);
  assert.equal(matchRoute('/consoles'), null);
  assert.deepEqual(matchRoute('/room/1'), { name: 'room', id: '1' });
});

test('every path of the shared list is found by its own name', () => {
  for (const [name, { path }] of Object.entries(routes)) {
    assert.equal(matchRoute(path.replace(':id', '1').replace('/*', '/codes/1'))?.name, name);
  }
});

test('some addresses belong to people who are signed in', () => {
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
