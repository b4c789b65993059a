import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { type Code, listCodes } from '@foyer/invitation-codes/codes';
import { checkWhole, fileRow, importFiles, testKeys as keys } from '../../../testing/codes/import.ts';
import { onEveryDatabase } from '../../../testing/database/database.ts';
import { writeImport, writeRejectedRows } from '../import-codes.ts';

const now = Date.UTC(2027, 0, 1);
const files = importFiles();
const header = 'invitation_code,invitation_type,allowed_usage,remaining_usage,valid_from,valid_until,label';
const spring = 'SPRING-2027,LOGIN,10,4,2020-01-01,2040-01-01,class 7b';

onEveryDatabase(({ open }) => {
  const importOf = async (name: string, content: string | Uint8Array) => {
    const { db } = await open();
    const checked = await checkWhole(db, keys, await files.write(content, name));
    if (checked.totals.refused === 0) await writeImport(db, checked, now);
    return { ...checked, codes: (await Array.fromAsync(listCodes(db, keys))).map(withoutBatch) };
  };

  test('every format gives the same codes', async () => {
    const rows = [
      fileRow({ remaining_usage: 4, label: 'a "b", c\u2028d' }),
      fileRow({ invitation_code: ' Zürich, [1] {"x"}\\ ', label: 'é', allowed_usage: 7 }),
      fileRow({ invitation_code: '日本🎌', invitation_type: 'REGISTER' }),
    ];
    const csv = [
      '\ufeffinvitation_code,valid_from,valid_until,label,allowed_usage,invitation_type,remaining_usage\r\n',
      'SPRING-2027,2020-01-01,2040-01-01,"a ""b"", c\u2028d",10,LOGIN,4\r\n',
      '\r\n',
      '" Zürich, [1] {""x""}\\ ",2020-01-01,2040-01-01,é,7,LOGIN,\r\n',
      '日本🎌,2020-01-01,2040-01-01,,10,REGISTER,',
    ].join('');
    const lines = `${rows.map((row) => JSON.stringify(row)).join('\n\n')}\r\n`;
    const expected = (await importOf('codes.json', `\ufeff${JSON.stringify(rows, null, 2)}`)).codes;
    assert.equal(expected.length, 3);
    assert.deepEqual((await importOf('codes.ndjson', lines)).codes, expected);
    assert.deepEqual((await importOf('codes.csv', csv)).codes, expected);
  });

  test('one apostrophe, which an export puts before a cell, is removed', async () => {
    const rows = ["'=SUM(A1)", "'+49", "''quoted", "'-x", "'@home", "'til summer", '=1+1'];
    const csv = rows.map((code, i) => `${code},LOGIN,10,4,2020-01-01,2040-01-01,"'=${i}"`);
    const { codes } = await importOf('codes.csv', `${header}\n${csv.join('\n')}\n`);
    assert.deepEqual(
      codes.map(({ code }) => code).sort(),
      ['=SUM(A1)', '+49', "'quoted", '-x', '@home', "'til summer", '=1+1'].sort(),
    );
    assert.deepEqual(codes.map(({ label }) => label).sort(), ['=0', '=1', '=2', '=3', '=4', '=5', '=6']);
  });

  test('a cell of several lines is one cell, and its field is refused', async () => {
    const { plan } = await importOf('codes.csv', `${header}\n${spring.replace('class 7b', '"7\nb"')}\n`);
    assert.deepEqual(plan.rows, [
      {
        row: 1,
        code: 'SPRING-2027',
        outcome: 'refused',
        problems: [{ field: 'label', message: 'contains control characters' }],
      },
    ]);
  });

  test('an empty cell is a missing field, and a number must be a number', async () => {
    const { plan } = await importOf('codes.csv', `${header}\n,LOGIN,1e1,-1,2020-01-01,,\n`);
    const [row] = plan.rows;
    assert.ok(row?.outcome === 'refused');
    assert.deepEqual(
      row.problems.map(({ field, message }) => `${field} ${message}`),
      ['invitation_code is missing', 'allowed_usage must be a whole number', 'valid_until is missing'],
    );
  });

  test('refused rows are copied in the format of their file', async () => {
    const { db } = await open();
    const bad = 'BAD,LOGIN,0,,2020-01-01,2040-01-01,"a ""b"""';
    const csv = await checkWhole(
      db,
      keys,
      await files.write(`${header}\r\n${spring}\r\n${bad}\r\n`, 'codes.csv'),
    );
    const rejectedCsv = await writeRejectedRows(csv);
    assert.match(rejectedCsv, /codes\.csv\.refused\.csv$/);
    assert.equal(await readFile(rejectedCsv, 'utf8'), `${header}\n${bad}\n`);
    const row = JSON.stringify(fileRow({ allowed_usage: 0 }));
    const lines = await checkWhole(db, keys, await files.write(`${row}\n${row}\n`, 'codes.jsonl'));
    assert.equal(await readFile(await writeRejectedRows(lines), 'utf8'), `${row}\n${row}\n`);
  });
});

/** Each import has a batch of its own. */
function withoutBatch({ batchId: _, ...code }: Code) {
  return code;
}
