import assert from 'node:assert/strict';
import { test } from 'node:test';

process.env.TZ = 'Europe/Berlin';
const { byDay } = await import('./by-day.ts');

const at = (time: string) => ({ updatedAt: Date.parse(time), time });
const shown = (times: string[], now: string) =>
  byDay(times.map(at), Date.parse(now)).map(({ day, items }) => [day, ...items.map(({ time }) => time)]);

test('chats stand under the day on which they were used, in the zone of the reader', () => {
  const times = [
    '2026-07-02T12:00:00+02:00',
    '2026-07-02T00:00:00+02:00',
    '2026-07-01T23:59:59+02:00',
    '2026-07-01T00:00:00+02:00',
    '2026-06-30T23:59:59+02:00',
    '2025-01-01T00:00:00+01:00',
  ];
  assert.deepEqual(shown(times, '2026-07-02T00:00:00+02:00'), [
    ['today', ...times.slice(0, 2)],
    ['yesterday', ...times.slice(2, 4)],
    ['earlier', ...times.slice(4)],
  ]);
});

test('the day after a clock change has its own yesterday', () => {
  // 2026-03-29 has 23 hours, and 2026-10-25 has 25.
  assert.deepEqual(
    shown(['2026-03-29T00:00:00+01:00', '2026-03-28T23:59:59+01:00'], '2026-03-30T00:30:00+02:00'),
    [
      ['yesterday', '2026-03-29T00:00:00+01:00'],
      ['earlier', '2026-03-28T23:59:59+01:00'],
    ],
  );
  assert.deepEqual(
    shown(['2026-10-25T00:00:00+02:00', '2026-10-24T23:59:59+02:00'], '2026-10-26T00:30:00+01:00'),
    [
      ['yesterday', '2026-10-25T00:00:00+02:00'],
      ['earlier', '2026-10-24T23:59:59+02:00'],
    ],
  );
});

test('no chats are no groups, and a clock that is behind the server shows them today', () => {
  assert.deepEqual(shown([], '2026-07-02T12:00:00Z'), []);
  assert.deepEqual(shown(['2026-07-03T12:00:00Z'], '2026-07-02T12:00:00Z'), [
    ['today', '2026-07-03T12:00:00Z'],
  ]);
});
