import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chancesOf } from './seed.ts';

test('the seed of a run decides its random numbers, separately for each test', () => {
  const drawn = (name: string) => {
    const chance = chancesOf(name);
    return Array.from({ length: 100 }, chance);
  };
  assert.deepEqual(drawn('one'), drawn('one'));
  assert.notDeepEqual(drawn('one'), drawn('another'));
  assert.ok(drawn('one').every((value) => value >= 0 && value < 1));
  const runsSeed = process.env.SEED;
  process.env.SEED = `${runsSeed}0`;
  const other = drawn('one');
  process.env.SEED = runsSeed;
  assert.notDeepEqual(drawn('one'), other);
});
