import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeImport } from '@foyer/code-files/import-codes';
import {
  checkWhole,
  everyCode,
  fileRow,
  importFiles,
  testKeys as keys,
} from '../../../testing/codes/import.ts';
import { conflictsMet, injectConflicts, onEveryDatabase } from '../../../testing/database/database.ts';
import { createCodes, findCode, type NewCode, restoreCode, revokeCode } from './codes.ts';

const now = Date.UTC(2027, 0, 1);
const hot: NewCode = {
  code: 'TELEVISION',
  kind: 'login',
  allowed: 5000,
  remaining: 5000,
  validFrom: now,
  validUntil: now + 1,
  requirement: 'NOT_AVAILABLE',
  label: null,
};

onEveryDatabase(({ open, kind }) => {
  if (kind === 'sqlite') return;
  const files = importFiles();

  for (const code of ['40001', '40P01'] as const) {
    test(`codes are created, changed, revoked, restored and imported, although ${code} rolls each back twice`, async () => {
      const opened = await open();
      const { db } = opened;
      const undoneTwice = async (verb: 'insert' | 'update', act: () => Promise<unknown>) => {
        await injectConflicts(opened, { table: 'invitationCode', verb, code, times: 2 });
        await act();
        assert.ok((await conflictsMet(opened)) >= 3, 'it was undone twice, and then done');
      };
      const importRows = async (rows: object[]) => {
        using checked = await checkWhole(db, keys, await files.write(rows));
        assert.equal(checked.totals.refused, 0);
        await writeImport(db, checked, now);
      };
      const row = (name: string, allowed_usage: number) =>
        fileRow({ invitation_code: name, allowed_usage, remaining_usage: allowed_usage });

      await undoneTwice('insert', () => createCodes(db, keys, [hot], { createdBy: 'create', now }));
      await undoneTwice('insert', () => importRows([row('A', 1), row('B', 2)]));
      await undoneTwice('update', () => importRows([row('A', 7), row('TELEVISION', 6000), row('C', 3)]));
      const [a, b, c, television] = await Promise.all(
        ['A', 'B', 'C', 'TELEVISION'].map((text) => findCode(db, keys, text)),
      );
      assert.deepEqual(
        [a, b, c, television].map((found) => found?.remaining),
        [7, 2, 3, 6000],
      );
      await undoneTwice('update', () => revokeCode(db, keys, 'TELEVISION', now));
      assert.equal((await findCode(db, keys, 'TELEVISION'))?.revokedAt, now);
      await undoneTwice('update', () => restoreCode(db, keys, 'TELEVISION'));
      assert.equal((await findCode(db, keys, 'TELEVISION'))?.revokedAt, null);
      assert.equal((await everyCode(db)).length, 4);
    });
  }
});
