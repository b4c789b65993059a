import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import { writerTo } from './output.ts';

test('a signal arrives between two texts, even when the output is a file', async () => {
  const file = new Writable({ write: (_, __, done) => done() });
  const write = writerTo(file);
  let isHeard = false;
  // Signals need a turn of the event loop.
  setImmediate(() => {
    isHeard = true;
  });
  await write('one');
  await write('two');
  assert.ok(isHeard);
});
