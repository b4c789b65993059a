import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseTime } from './time.ts';

const iso = (text: string) => {
  const time = parseTime(text);
  return time === null ? null : new Date(time).toISOString();
};

test('a time without a zone is UTC', () => {
  const cases: Record<string, string> = {
    '2027-02-01': '2027-02-01T00:00:00.000Z',
    '2027-02-01T09:00': '2027-02-01T09:00:00.000Z',
    '2027-02-01T09:00:30': '2027-02-01T09:00:30.000Z',
    '2027-02-01T09:00:30Z': '2027-02-01T09:00:30.000Z',
    '2027-02-01T09:00:00+01:00': '2027-02-01T08:00:00.000Z',
    '2027-02-01T09:00:00-0530': '2027-02-01T14:30:00.000Z',
    '2027-02-01T00:00:00+14': '2027-01-31T10:00:00.000Z',
    '2028-02-29': '2028-02-29T00:00:00.000Z',
  };
  for (const [text, expected] of Object.entries(cases)) assert.equal(iso(text), expected, text);
});

test('digits after milliseconds are cut off, not rounded', () => {
  assert.equal(iso('2027-02-01T09:00:00.123999Z'), '2027-02-01T09:00:00.123Z');
  assert.equal(iso('2027-02-01T09:00:00,5'), '2027-02-01T09:00:00.500Z');
  assert.equal(iso('2027-12-31T23:59:59.9999999'), '2027-12-31T23:59:59.999Z');
});

test('dates and times that do not exist are refused', () => {
  const none = [
    '2027-02-30',
    '2027-02-29',
    '2027-13-01',
    '2027-00-10',
    '2027-02-01T24:61',
    '2027-02-01T24:00',
    '2027-02-01T23:60',
    '2027-02-01T23:59:60Z',
    '2027-02-01T09:00+24:00',
    '2027-02-01T09:00+01:60',
    '9999-12-31T23:59-05:00',
    '0000-01-01T00:00+01:00',
  ];
  for (const text of none) assert.equal(parseTime(text), null, text);
});

test('other formats than ISO 8601 are refused', () => {
  const none = [
    '',
    'tomorrow',
    '2027',
    '01.02.2027',
    '2027-2-1',
    '2027-02-01 09:00',
    '1801472400000',
    '2027-02-01T09',
  ];
  for (const text of none) assert.equal(parseTime(text), null, text);
});

test('every time in ISO 8601 is parsed back', () => {
  const moments = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(fc.property(moments, (moment) => parseTime(moment.toISOString()) === moment.getTime()));
});
