import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ada } from '../../testing/server.ts';
import { hasLimits, isSpent, messagesNear, nextChange, timeNear } from './near-limits.ts';

const minuteMs = 60_000;
const withMessages = (
  messages: number | null,
  of: number | null,
  today: number | null = null,
  aDay: number | null = null,
) => ({
  left: { ...ada.left, messages, messagesToday: today },
  terms: { ...ada.terms, messages: of, messagesPerDay: aDay },
});
const withTime = (minutes: number) => ({
  left: { ...ada.left, endsAt: new Date(minutes * minuteMs).toISOString() },
  terms: { ...ada.terms, minutes },
});

test('what is left of the messages is shown in the last fifth, and is urgent for the last two', () => {
  const rows = [
    [40, 40, null],
    [9, 40, null],
    [8, 40, { left: 8, isToday: false, isUrgent: false }],
    [3, 40, { left: 3, isToday: false, isUrgent: false }],
    [2, 40, { left: 2, isToday: false, isUrgent: true }],
    [0, 40, { left: 0, isToday: false, isUrgent: true }],
    [3, 5, null],
    [2, 5, { left: 2, isToday: false, isUrgent: true }],
    [null, null, null],
  ] as const;
  for (const [left, of, expected] of rows)
    assert.deepEqual(messagesNear(withMessages(left, of)), expected, String(left));
});

test('of two limits, the one that comes first is shown', () => {
  assert.deepEqual(messagesNear(withMessages(8, 40, 3, 20)), { left: 3, isToday: true, isUrgent: false });
  assert.deepEqual(messagesNear(withMessages(1, 40, 2, 20)), { left: 1, isToday: false, isUrgent: true });
  assert.deepEqual(messagesNear(withMessages(2, 40, 2, 20)), { left: 2, isToday: false, isUrgent: true });
});

test('the end of the time is shown in the last fifth, and is urgent for the last five minutes', () => {
  const hour = withTime(60);
  assert.equal(timeNear(hour, 47 * minuteMs), null);
  assert.deepEqual(timeNear(hour, 48 * minuteMs), { endsAt: 60 * minuteMs, isUrgent: false });
  assert.deepEqual(timeNear(hour, 55 * minuteMs), { endsAt: 60 * minuteMs, isUrgent: true });
  assert.equal(timeNear(withTime(10), 4 * minuteMs), null);
  assert.equal(timeNear(withTime(10), 5 * minuteMs)?.isUrgent, true);
  assert.equal(timeNear(ada, 0), null);
});

test('the server is asked again at the end of the time, and when a new day brings messages', () => {
  assert.equal(nextChange(withTime(60)), 60 * minuteMs);
  assert.equal(nextChange(ada), null);
  const day = withMessages(null, null, 0, 20);
  const terms = { ...day.terms, dayEndsAt: new Date(5 * minuteMs).toISOString() };
  assert.equal(nextChange({ ...day, terms }), 5 * minuteMs);
  assert.equal(nextChange({ left: { ...day.left, messagesToday: 1 }, terms }), null);
});

test('all messages are spent when one of the limits is reached', () => {
  assert.deepEqual([withMessages(0, 5), withMessages(3, 5, 0, 2), withMessages(1, 5), ada].map(isSpent), [
    true,
    true,
    false,
    false,
  ]);
  assert.deepEqual([withMessages(5, 5), withMessages(null, null, 1, 1), withTime(5), ada].map(hasLimits), [
    true,
    true,
    false,
    false,
  ]);
});
