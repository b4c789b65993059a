import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { open as openFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { findCode } from '@foyer/invitation-codes/codes';
import type { InvitationTables } from '@foyer/invitation-codes/tables';
import type { Kysely } from 'kysely';
import { fileRow, importFiles, testKeys as keys } from '../../testing/codes/import.ts';
import { onEveryDatabase } from '../../testing/database/database.ts';
import {
  checkImport,
  ImportRefused,
  type PlannedRow,
  writeImport,
  writeRejectedRows,
} from './import-codes.ts';

const now = Date.UTC(2027, 0, 1);
const count = process.env.LONG_TESTS ? 1_000_000 : 20_000;
const files = importFiles();

onEveryDatabase(({ open }) => {
  test('a large file is imported, distant duplicates are found, and a second import changes nothing', async () => {
    const { db } = await open();
    const duplicates = [5, count - 3];
    const path = await writeLines((i) => (duplicates.includes(i) ? 'twice' : `CODE-${i}`));
    const named: PlannedRow[] = [];
    const onPlanned = (rows: PlannedRow[]) => void named.push(...rows);
    using checked = await checkImport(db, keys, path, { onPlanned, maxNamed: 3 });
    assert.deepEqual(checked.totals, {
      rows: count,
      new: count - 2,
      changed: 0,
      unchanged: 0,
      refused: 2,
      revoked: 0,
      expired: 0,
      notYetValid: 0,
    });
    const duplicate = (row: number, other: number) => ({
      row,
      code: 'twice',
      outcome: 'refused',
      problems: [{ field: 'invitation_code', message: `is the same code as in row ${other}` }],
    });
    assert.deepEqual(named, [
      { row: 1, code: 'CODE-0', outcome: 'new' },
      { row: 2, code: 'CODE-1', outcome: 'new' },
      { row: 3, code: 'CODE-2', outcome: 'new' },
      duplicate(6, count - 2),
      duplicate(count - 2, 6),
    ]);
    const steps: number[] = [];
    await writeImport(db, checked, now, { onProgress: ({ rows }) => steps.push(rows) });
    assert.equal(steps.at(-1), count - 2);
    assert.equal(await countCodes(db), count - 2);
    assert.equal((await findCode(db, keys, `code-${count - 1}`))?.code, `CODE-${count - 1}`);
    assert.deepEqual(await linesOf(await writeRejectedRows(checked)), [lineOf('twice'), lineOf('twice')]);

    using again = await checkImport(db, keys, path);
    assert.deepEqual([again.totals.unchanged, again.totals.refused], [count - 2, 2]);
  });

  test('expired codes are counted anywhere in the file, unless they are refused', async () => {
    const { db } = await open();
    const ended = [0, 12_345, count - 1];
    const path = await writeLines(
      (i) => `CODE-${i}`,
      (i) => (ended.includes(i) ? { valid_until: '2039-12-31', ...(i === 0 && { allowed_usage: 0 }) } : {}),
    );
    const totals = async () => {
      using checked = await checkImport(db, keys, path, { maxNamed: 0, now: Date.UTC(2040, 0, 1) });
      return checked.totals;
    };
    assert.deepEqual(await totals(), {
      rows: count,
      new: count - 1,
      changed: 0,
      unchanged: 0,
      refused: 1,
      revoked: 0,
      expired: 2,
      notYetValid: 0,
    });
  });

  test('an interrupted import says how much it wrote, and the next one completes it', async () => {
    const { db } = await open();
    const path = await writeLines((i) => `CODE-${i}`);
    const controller = new AbortController();
    using checked = await checkImport(db, keys, path, { maxNamed: 0 });
    const writing = writeImport(db, checked, now, {
      signal: controller.signal,
      onProgress: ({ fraction }) => fraction >= 0.3 && controller.abort(),
    });
    const error = await writing.then(
      () => assert.fail('it came to its end'),
      (reason: Error) => reason,
    );
    const written = await countCodes(db);
    assert.ok(error instanceof ImportRefused && written >= count * 0.3 && written < count);
    assert.equal(
      error.message,
      `interrupted: ${written} of ${count} rows are written; run the same import again to complete it`,
    );
    using rest = await checkImport(db, keys, path, { maxNamed: 0 });
    assert.deepEqual([rest.totals.unchanged, rest.totals.new], [written, count - written]);
    await writeImport(db, rest, now);
    assert.equal(await countCodes(db), count);

    const early = new AbortController();
    const reading = checkImport(db, keys, path, { signal: early.signal, onProgress: () => early.abort() });
    await assert.rejects(reading, /^Error: interrupted: nothing is written$/);
  });

  test('other events, such as Ctrl-C, run while a file is compared', async () => {
    const { db } = await open();
    const path = await writeLines((i) => `CODE-${i}`);
    const controller = new AbortController();
    const checking = checkImport(db, keys, path, {
      maxNamed: 0,
      signal: controller.signal,
      onProgress: ({ step }) => step === 'comparing' && setImmediate(() => controller.abort()),
    });
    await assert.rejects(checking, /^Error: interrupted: nothing is written$/);
  });
});

function lineOf(code: string, fields: object = {}): string {
  return JSON.stringify(fileRow({ invitation_code: code, ...fields }));
}

async function writeLines(
  codeAt: (index: number) => string,
  fieldsAt: (index: number) => object = () => ({}),
): Promise<string> {
  const path = await files.write('', 'codes.jsonl');
  await using file = await openFile(path, 'w');
  for (let start = 0; start < count; start += 10_000) {
    const lines = Array.from({ length: Math.min(10_000, count - start) }, (_, i) =>
      lineOf(codeAt(start + i), fieldsAt(start + i)),
    );
    await file.appendFile(`${lines.join('\n')}\n`);
  }
  return path;
}

async function linesOf(path: string): Promise<string[]> {
  return Array.fromAsync(createInterface(createReadStream(path)));
}

async function countCodes(db: Kysely<InvitationTables>): Promise<number> {
  const query = db.selectFrom('invitationCode').select(({ fn }) => fn.countAll<number>().as('count'));
  return (await query.executeTakeFirstOrThrow()).count;
}
