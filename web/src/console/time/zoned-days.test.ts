import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, dayOf, daysBetween, endOfDay, startOfDay } from './zoned-days.ts';

test('a day begins and ends by the clocks of its zone', () => {
  assert.equal(startOfDay('2027-01-31', 'UTC'), Date.parse('2027-01-31T00:00:00Z'));
  assert.equal(endOfDay('2027-01-31', 'UTC'), Date.parse('2027-01-31T23:59:59.999Z'));
  assert.equal(startOfDay('2027-01-31', 'Europe/Kyiv'), Date.parse('2027-01-30T22:00:00Z'));
  // The clocks change in the afternoon before, by UTC.
  assert.equal(startOfDay('2027-04-04', 'Pacific/Auckland'), Date.parse('2027-04-03T11:00:00Z'));
  assert.equal(startOfDay('2027-07-01', 'America/Los_Angeles'), Date.parse('2027-07-01T07:00:00Z'));
});

test('a day on which the clocks change is an hour shorter or longer', () => {
  const hoursOf = (day: string) =>
    ((endOfDay(day, 'Europe/Berlin') ?? 0) + 1 - (startOfDay(day, 'Europe/Berlin') ?? 0)) / 3_600_000;
  assert.deepEqual(['2027-03-27', '2027-03-28', '2027-10-31'].map(hoursOf), [24, 23, 25]);
});

test('the day of a moment is that of the zone', () => {
  assert.equal(dayOf(Date.parse('2027-01-31T23:30:00Z'), 'UTC'), '2027-01-31');
  assert.equal(dayOf(Date.parse('2027-01-31T23:30:00Z'), 'Asia/Tokyo'), '2027-02-01');
  for (const zone of ['UTC', 'Asia/Kathmandu', 'Pacific/Apia', 'America/St_Johns'])
    assert.equal(dayOf(startOfDay('2028-02-29', zone) ?? 0, zone), '2028-02-29', zone);
});

test('what is no day has no beginning', () => {
  for (const text of ['', '2027-02-30', '2027-13-01', 'tomorrow', '27-01-01'])
    assert.equal(startOfDay(text, 'UTC'), null, text);
});

test('days are counted over the ends of months', () => {
  assert.equal(addDays('2027-02-28', 1), '2027-03-01');
  assert.equal(addDays('2027-01-01', -1), '2026-12-31');
  assert.deepEqual(daysBetween('2027-02-27', '2027-03-01'), ['2027-02-27', '2027-02-28', '2027-03-01']);
  assert.deepEqual(daysBetween('2027-03-02', '2027-03-01'), []);
});
