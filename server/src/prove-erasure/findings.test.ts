import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inNoFile, inNoTable } from './findings.ts';

const files = (...found: number[]) => ({ files: 3, bytes: 10_000_000, with: found });

test('a search that does not find its control proves nothing', () => {
  const row = { table: 'user', rows: 5, withMark: 0, ofPerson: 0 };
  assert.equal(inNoTable('tablesBefore', [row]).holds, null);
  assert.equal(inNoTable('tablesBefore', [{ ...row, ofPerson: 1 }]).holds, true);
  assert.equal(inNoTable('tablesAfter', [row]).holds, true);
  assert.equal(inNoTable('tablesAfter', [{ ...row, ofPerson: 1 }]).holds, false);
  assert.equal(inNoFile('filesBefore', files(0, 0, 0), { control: files(0, 0, 0) }).holds, null);
  assert.equal(inNoFile('filesAfter', files(0, 0, 0), { control: files(0, 1, 1) }).holds, true);
  assert.equal(inNoFile('filesAfter', files(1, 0, 0), { control: files(0, 0, 0) }).holds, false);
  assert.equal(inNoFile('filesAfter', { unreadable: 'EACCES' }, { control: files(0, 1, 1) }).holds, null);
});
