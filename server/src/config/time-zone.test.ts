import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endOfDay, startOfDay } from './time-zone.ts';

const iso = (time: number) => new Date(time).toISOString();

test('a day begins and ends at midnight in its time zone, also when the clocks change', () => {
  const days = [
    ['UTC', '2027-03-01', '2027-03-01T00:00:00.000Z', '2027-03-01T23:59:59.999Z'],
    ['Europe/Berlin', '2027-07-01', '2027-06-30T22:00:00.000Z', '2027-07-01T21:59:59.999Z'],
    ['Europe/Berlin', '2027-03-28', '2027-03-27T23:00:00.000Z', '2027-03-28T21:59:59.999Z'],
    ['Europe/Berlin', '2027-10-31', '2027-10-30T22:00:00.000Z', '2027-10-31T22:59:59.999Z'],
    ['Pacific/Kiritimati', '2027-01-01', '2026-12-31T10:00:00.000Z', '2027-01-01T09:59:59.999Z'],
    ['Etc/GMT+12', '2027-01-01', '2027-01-01T12:00:00.000Z', '2027-01-02T11:59:59.999Z'],
    ['Asia/Kathmandu', '2027-12-31', '2027-12-30T18:15:00.000Z', '2027-12-31T18:14:59.999Z'],
  ] as const;
  for (const [zone, day, start, end] of days)
    assert.deepEqual([iso(startOfDay(day, zone)), iso(endOfDay(day, zone))], [start, end], `${zone} ${day}`);
});
