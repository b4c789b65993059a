import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFormat } from './format.ts';

const format = createFormat('en');
const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000];

test('a duration is told in the largest unit of which there are several and no rest', () => {
  const told = [second, 30 * second, 90 * minute, hour, day, 7 * day].map(format.duration);
  assert.deepEqual(told, ['1 second', '30 seconds', '90 minutes', '60 minutes', '24 hours', '7 days']);
});

test('a time that counts down has minutes only while there are some', () => {
  assert.deepEqual([1, 59, 60, 125].map(format.countdown), ['1 sec', '59 sec', '1 min 0 sec', '2 min 5 sec']);
});

test('days, moments and numbers are written as the language writes them', () => {
  const time = new Date(2027, 2, 5, 14, 30).getTime();
  assert.equal(format.day(time), 'March 5, 2027');
  assert.match(format.moment(time), /^Mar 5, 2027, 2:30\sPM$/);
  assert.equal(format.number(8000), '8,000');
});

test('plurals follow the rules of the language', () => {
  const forms = { one: 'use', other: 'uses' };
  assert.deepEqual(
    [0, 1, 2].map((n) => format.plural(n, forms)),
    ['uses', 'use', 'uses'],
  );
  const russian = createFormat('ru');
  const times = { one: 'раз', few: 'раза', many: 'раз', other: 'раза' };
  assert.deepEqual(
    [1, 3, 5, 1.5].map((n) => russian.plural(n, times)),
    ['раз', 'раза', 'раз', 'раза'],
  );
  assert.equal(format.plural(1, { other: 'uses' }), 'uses');
});
