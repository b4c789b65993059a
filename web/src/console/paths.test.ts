import assert from 'node:assert/strict';
import { test } from 'node:test';
import { consolePageAt, consolePaths } from './paths.ts';

test('every address of the console leads to its page', () => {
  assert.deepEqual(consolePageAt(consolePaths.codes), { name: 'codes' });
  assert.deepEqual(consolePageAt('/console/'), { name: 'codes' });
  assert.deepEqual(consolePageAt(consolePaths.code('a/b %')), { name: 'code', id: 'a/b %' });
  assert.deepEqual(consolePageAt(consolePaths.batch('7')), { name: 'batch', id: '7' });
  for (const name of ['make', 'import', 'batches', 'people', 'use', 'settings', 'audit'] as const)
    assert.deepEqual(consolePageAt(consolePaths[name]), { name });
});

test('other addresses lead nowhere', () => {
  for (const path of ['/console/nothing', '/console/make/1', '/console/codes/1/2', '/console/codes/%'])
    assert.equal(consolePageAt(path), null, path);
});
