import assert from 'node:assert/strict';
import { test } from 'node:test';
import { phoneNumbersIn } from './phone-numbers.ts';

const numbersIn = (line: string) => phoneNumbersIn(line).flatMap(({ tel }) => tel ?? []);

test('telephone numbers of many forms can be called', () => {
  const lines: [string, string[]][] = [
    ['In danger call 112.', ['112']],
    ['Helpline 0800 111 0 111, day and night', ['08001110111']],
    ['+44 (0)20 7946 0018', ['+442079460018']],
    ['Tel. (030) 123-4567 or 030/1234568', ['0301234567', '0301234568']],
    ['116 123', ['116123']],
    ['116117', ['116117']],
    ['call +254711000000', ['+254711000000']],
  ];
  for (const [line, numbers] of lines) assert.deepEqual(numbersIn(line), numbers, line);
});

test('times, dates and amounts are no telephone numbers', () => {
  for (const line of [
    'Mon to Fri 9-17',
    '9:30 - 17:00',
    '2027-03-01',
    '1.250.000',
    'A112',
    '€ 1,250',
    'in 30 days',
    '12',
  ])
    assert.deepEqual(numbersIn(line), [], line);
});

test('no letter of the line is lost', () => {
  for (const line of ['', 'no number', '112', 'Call 112 or 0800 111 222!', '112 112 ☎ 0800/123456 (free)'])
    assert.equal(
      phoneNumbersIn(line)
        .map(({ text }) => text)
        .join(''),
      line,
    );
});

test('a number may be written as a link', () => {
  assert.deepEqual(
    phoneNumbersIn('Emergency: [one one two](tel:112), or +44 (0)20 7946 0000').map(({ text, tel }) => [
      text,
      tel,
    ]),
    [
      ['Emergency: ', null],
      ['one one two', '112'],
      [', or ', null],
      ['+44 (0)20 7946 0000', '+442079460000'],
    ],
  );
});
