import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { type Code, listCodes } from '@foyer/invitation-codes/codes';
import { checkWhole, importFiles, testKeys as keys } from '../../../testing/codes/import.ts';
import { onEveryDatabase } from '../../../testing/database/database.ts';
import { type CheckOptions, writeImport, writeRejectedRows } from '../import-codes.ts';

const now = Date.UTC(2027, 0, 1);
const files = importFiles();

const header = ['invitation_code', 'invitation_type', 'allowed_usage', 'valid_from', 'valid_until', 'label'];
const heron = ['HERON-1', 'LOGIN', '25', '2027-02-01', '2027-06-30T23:59', 'Klasse 7b Süd'];
const stork = ['STORK-2', 'REGISTER', '5', '2027-02-01', '2027-06-30', ''];
const table = (separator: string, rows = [header, heron, stork]) =>
  rows.map((row) => row.join(separator)).join('\r\n');
const windows1252 = (text: string) => Buffer.from(text, 'latin1');
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

const mongo = [
  `{"_id":{"$oid":"66f1c0a2b7e4d2a1c0ffee01"},"invitation_code":"HERON-1","allowed_usage":{"$numberInt":"25"},"valid_from":{"$date":"2027-02-01T00:00:00Z"},"valid_until":{"$date":{"$numberLong":"1814399940000"}},"invitation_type":"LOGIN","label":"Klasse 7b Süd"}`,
  `{"_id":{"$oid":"66f1c0a2b7e4d2a1c0ffee02"},"invitation_code":"STORK-2","allowed_usage":5,"remaining_usage":{"$numberLong":"5"},"valid_from":{"$date":1801440000000},"valid_until":"2027-06-30T23:59:59.999Z","invitation_type":"REGISTER"}`,
];

const readable: Record<string, { name?: string; content: string | Uint8Array; format?: 'csv' }> = {
  commas: { content: table(',') },
  'semicolons, with a byte order mark and empty ends': {
    content: `\ufeff${table(';', [
      [...header, '', ''],
      [...heron, '', ''],
      [...stork, '', ''],
    ])}\r\n;;;;;;;\r\n";;";;;\r\n`.replace('";;";;;', ';;;'),
  },
  tabs: { content: table('\t') },
  'a line sep=;': { content: `sep=;\r\n${table(';')}\r\n;;;;;\r\n` },
  'a line sep=| for a sign of its own': { content: `"sep=|"\n${table('|')}` },
  'UTF-16 with tabs, in a file of text': { name: 'codes.txt', content: utf16(table('\t')), format: 'csv' },
  'UTF-16 in the other order': { content: Buffer.from(utf16(table(';'))).swap16() },
  'Windows-1252': { content: windows1252(table(',')) },
  'a header in other words': {
    content: table(',', [
      ['Invitation Code', ' Invitation Type ', 'ALLOWED_USAGE', 'valid-from', '"valid until"', 'Label'],
      heron.with(1, 'login'),
      stork.with(1, ' Register '),
    ]),
  },
  'an array': {
    name: 'codes.json',
    content: `[${mongo.join(',')}]`,
  },
  'an object a line': { name: 'codes.json', content: `${mongo.join('\n')}\n` },
  'an object a line, in UTF-16': { name: 'codes.jsonl', content: utf16(mongo.join('\r\n')) },
};

onEveryDatabase(({ open }) => {
  const importOf = async (name: string, content: string | Uint8Array, options: CheckOptions = {}) => {
    const { db } = await open();
    const checked = await checkWhole(db, keys, await files.write(content, name), options);
    if (checked.totals.refused === 0) await writeImport(db, checked, now);
    return { ...checked, codes: await Array.fromAsync(listCodes(db, keys)) };
  };
  const termsOf = ({ code, kind, allowed, validFrom, validUntil, label }: Code) => ({
    code,
    kind,
    allowed,
    label,
    from: new Date(validFrom).toISOString(),
    until: new Date(validUntil).toISOString(),
  });
  const expected = [
    {
      ...{ code: 'HERON-1', kind: 'login', allowed: 25, label: 'Klasse 7b Süd' },
      ...{ from: '2027-02-01T00:00:00.000Z', until: '2027-06-30T23:59:00.000Z' },
    },
    {
      ...{ code: 'STORK-2', kind: 'registration', allowed: 5, label: null },
      ...{ from: '2027-02-01T00:00:00.000Z', until: '2027-06-30T23:59:59.999Z' },
    },
  ];

  for (const [what, { name = 'codes.csv', content, format }] of Object.entries(readable))
    test(`codes come from ${what}`, async () => {
      const { codes, totals } = await importOf(name, content, format ? { format } : {});
      assert.deepEqual([totals.rows, totals.refused], [2, 0]);
      assert.deepEqual(
        codes.map(termsOf).sort((a, b) => a.code.localeCompare(b.code)),
        expected,
      );
    });

  test('a cell in a column without a name is refused', async () => {
    const { plan } = await importOf(
      'codes.csv',
      table(',', [
        [...header, ''],
        [...heron, 'lost'],
        [...stork, ''],
      ]),
    );
    assert.deepEqual(plan.rows[0], {
      ...{ row: 1, code: 'HERON-1', outcome: 'refused' },
      problems: [{ field: 'column 7, which has no name,', message: 'is not a field of this file' }],
    });
  });

  test('refused rows are copied with their separator, as UTF-8', async () => {
    const { db } = await open();
    const content = windows1252(
      `sep=;\n${table(';', [header, heron, stork.with(0, '7,00E+10'), heron.with(3, '01.02.2027').with(0, 'X')])}`,
    );
    const checked = await checkWhole(db, keys, await files.write(content, 'codes.csv'));
    const copy = await readFile(await writeRejectedRows(checked), 'utf8');
    assert.equal(
      copy,
      `sep=;\n${header.join(';')}\n7,00E+10;${stork.slice(1).join(';')}\nX;LOGIN;25;01.02.2027;2027-06-30T23:59;Klasse 7b Süd\n`,
    );
  });
});

test('comments and commas at the end are named with their lines, all at once', async () => {
  const path = await files.write(
    `[\n  // spring\n  { "invitation_code": "A // no comment, }", "allowed_usage": 1, },\n  /* more\n , } */ { "label": "\\",]" }, # last\n]\n`,
  );
  await assert.rejects(checkWhole({} as never, keys, path), {
    message: `${path} is not valid JSON: line 2: a comment; line 3: a comma before }; line 4: a comment; line 5: a comment; line 5: a comma before ]`,
  });
});
