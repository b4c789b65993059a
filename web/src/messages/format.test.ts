import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDuration } from './format.ts';

test('a duration is told in the largest unit of which there are several and no rest', () => {
  const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000];
  const told = [second, 30 * second, 90 * minute, hour, day, 7 * day].map(formatDuration);
  assert.deepEqual(told, ['1 second', '30 seconds', '90 minutes', '60 minutes', '24 hours', '7 days']);
});
