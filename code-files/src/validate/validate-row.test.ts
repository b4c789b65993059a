import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noOpenedTerms } from '@foyer/invitation-codes/terms';
import { validateRow } from './validate-row.ts';

const row = {
  invitation_code: 'SPRING-2027',
  invitation_type: 'LOGIN',
  allowed_usage: 20,
  valid_from: '2027-02-01T00:00:00Z',
  valid_until: '2027-06-30T22:00:00+02:00',
};

/** `field: message` for each problem of the row with these fields changed. */
function problemsWith(fields: object): string[] {
  const result = validateRow({ ...row, ...fields });
  return 'problems' in result ? result.problems.map(({ field, message }) => `${field}: ${message}`) : [];
}

test('a missing field has its default', () => {
  assert.deepEqual(validateRow(row), {
    code: {
      code: 'SPRING-2027',
      kind: 'login',
      allowed: 20,
      remaining: 20,
      validFrom: Date.UTC(2027, 1, 1),
      validUntil: Date.UTC(2027, 5, 30, 20),
      requirement: 'NOT_AVAILABLE',
      label: null,
      ...noOpenedTerms,
    },
  });
});

test('the values of a row are kept', () => {
  const said = {
    invitation_type: 'REGISTER',
    remaining_usage: 0,
    sensitive_personal_data_requirement: 'REQUIRED',
    label: ' class 7b ',
  };
  const result = validateRow({ ...row, ...said });
  assert.ok('code' in result);
  const { kind, remaining, requirement, label } = result.code;
  assert.deepEqual(
    { kind, remaining, requirement, label },
    { kind: 'registration', remaining: 0, requirement: 'REQUIRED', label: 'class 7b' },
  );
});

test('a date alone is the whole day', () => {
  const result = validateRow({ ...row, valid_from: '2027-02-01', valid_until: '2027-02-01' });
  assert.ok('code' in result);
  const { validFrom, validUntil } = result.code;
  assert.deepEqual([validFrom, validUntil], [Date.UTC(2027, 1, 1), Date.UTC(2027, 1, 2) - 1]);
});

test('words are read in any case', () => {
  const words = { invitation_type: ' register ', sensitive_personal_data_requirement: 'required' };
  const result = validateRow({ ...row, ...words, _id: 'of a database' });
  assert.ok('code' in result);
  assert.deepEqual([result.code.kind, result.code.requirement], ['registration', 'REQUIRED']);
});

test('each wrong field is reported with its reason', () => {
  const time = 'must be a date as YYYY-MM-DD, like 2027-02-01, or a time like 2027-02-01T09:00:00Z';
  const cases: [object, string[]][] = [
    [{ invitation_code: undefined }, ['invitation_code: is missing']],
    [{ invitation_code: 7 }, ['invitation_code: must be text']],
    [{ invitation_code: '  ' }, ['invitation_code: is blank']],
    [{ invitation_code: 'x'.repeat(129) }, ['invitation_code: is longer than 128 characters']],
    [{ invitation_code: 'a\0b' }, ['invitation_code: contains control characters']],
    [{ invitation_type: 'log in' }, ['invitation_type: must be LOGIN or REGISTER']],
    ...['1.23457E+12', '7,00E+10', '5e-3'].map((code): [object, string[]] => [
      { invitation_code: code },
      ['invitation_code: is a number that a spreadsheet has rounded: format the cells as text'],
    ]),
    ...['01.02.2027', '2/1/2027', '46419', '2027-02-01 09:00'].map((date): [object, string[]] => [
      { valid_from: date, valid_until: date },
      [`valid_from: ${time}`, `valid_until: ${time}`],
    ]),
    [{ allowed_usage: 0 }, ['allowed_usage: must be at least 1']],
    [{ allowed_usage: '5' }, ['allowed_usage: must be a number without quotation marks']],
    [{ allowed_usage: 'five' }, ['allowed_usage: must be a whole number']],
    [{ allowed_usage: 1e30 }, ['allowed_usage: must be at most 1000000000']],
    [{ remaining_usage: -1e30 }, ['remaining_usage: must not be negative']],
    [{ allowed_usage: 1.5 }, ['allowed_usage: must be a whole number']],
    [{ allowed_usage: 1_000_000_001 }, ['allowed_usage: must be at most 1000000000']],
    [{ remaining_usage: -1 }, ['remaining_usage: must be at least 0']],
    [{ remaining_usage: 21 }, ['remaining_usage: must be at most the allowed 20']],
    [{ remaining_usage: null }, ['remaining_usage: must be a whole number']],
    [{ valid_from: '2027-02-30' }, [`valid_from: ${time}`]],
    [{ valid_until: 1801472400000 }, ['valid_until: must be text']],
    [{ valid_until: undefined }, ['valid_until: is missing']],
    [{ valid_until: '2027-01-31' }, ['valid_until: must be later than valid_from']],
    [
      { sensitive_personal_data_requirement: 'YES' },
      ['sensitive_personal_data_requirement: must be NOT_AVAILABLE, NOT_REQUIRED or REQUIRED'],
    ],
    [{ label: 'x'.repeat(201) }, ['label: is longer than 200 characters']],
    [{ usage: 1, note: 2 }, ['usage: is not a field of this file', 'note: is not a field of this file']],
    [JSON.parse('{"__proto__": {}}'), ['__proto__: is not a field of this file']],
  ];
  for (const [fields, expected] of cases) {
    assert.deepEqual(problemsWith(fields), expected, JSON.stringify(fields));
  }
});

test('all problems of a row are reported at once', () => {
  assert.equal(problemsWith({ allowed_usage: 'many', valid_from: 'soon', extra: true }).length, 3);
  assert.deepEqual(problemsWith({ extra: true, allowed_usage: 0, valid_until: '2020-01-01' }), [
    'extra: is not a field of this file',
    'allowed_usage: must be at least 1',
    'valid_until: must be later than valid_from',
  ]);
});

test('a row that is not an object is refused', () => {
  for (const value of [null, 1, 'SPRING-2027', []]) {
    assert.deepEqual(validateRow(value), { problems: [{ field: null, message: 'must be an object' }] });
  }
});
