import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { type Code, findCode, revokeCode } from '@foyer/invitation-codes/codes';
import { redeem } from '@foyer/invitation-codes/redeem';
import { digestOf } from '@foyer/invitation-codes/seal';
import type { HostTables } from '@foyer/invitation-codes/tables';
import { noOpenedTerms } from '@foyer/invitation-codes/terms';
import type { Kysely } from 'kysely';
import { checkWhole, everyCode, fileRow, importFiles, testKeys as keys } from '../../testing/codes/import.ts';
import { onEveryDatabase } from '../../testing/database/database.ts';
import { type ImportOptions, writeImport, writeRejectedRows } from './import-codes.ts';
import { encodingOf } from './read/encoding.ts';
import { stageFile } from './stage/stage-file.ts';
import { openStaging } from './stage/staging.ts';

const now = Date.UTC(2027, 0, 1);
const files = importFiles();

onEveryDatabase(({ open }) => {
  test('a new code gets the terms of its row', async () => {
    const { db } = await open();
    await hotRun(db, [fileRow({ remaining_usage: 4, label: 'class 7b', invitation_type: 'REGISTER' })]);
    assert.deepEqual(await findCode(db, keys, 'spring-2027'), {
      code: 'SPRING-2027',
      kind: 'registration',
      allowed: 10,
      remaining: 4,
      validFrom: Date.UTC(2020),
      validUntil: Date.UTC(2040, 0, 2) - 1,
      requirement: 'NOT_AVAILABLE',
      label: 'class 7b',
      createdAt: now,
      revokedAt: null,
      ...noOpenedTerms,
      batchId: (await db.selectFrom('batch').select('id').executeTakeFirstOrThrow()).id,
    } satisfies Code);
  });

  test('checking a file writes nothing', async () => {
    const { db } = await open();
    const { plan } = await checkWhole(db, keys, await files.write([fileRow()]));
    assert.deepEqual(plan.rows, [{ row: 1, code: 'SPRING-2027', outcome: 'new' }]);
    assert.deepEqual(await everyCode(db), []);
  });

  test('the plan names each change with its old and new value', async () => {
    const { db } = await open();
    await hotRun(db, [fileRow(), fileRow({ invitation_code: 'SUMMER' })]);
    const file = await files.write([
      fileRow({ invitation_code: 'spring-2027', allowed_usage: 12, valid_until: '2041-01-01', label: 'x' }),
      fileRow({ invitation_code: 'SUMMER' }),
    ]);
    const { plan } = await checkWhole(db, keys, file);
    const changes = [
      { field: 'allowed_usage', from: 10, to: 12 },
      { field: 'remaining_usage', from: 10, to: 12 },
      { field: 'valid_until', from: '2040-01-01T23:59:59.999Z', to: '2041-01-01T23:59:59.999Z' },
      { field: 'label', from: null, to: 'x' },
    ];
    assert.deepEqual(plan.rows, [
      { row: 1, code: 'spring-2027', outcome: 'changed', changes, isRevoked: false },
    ]);
    assert.deepEqual(plan.totals, {
      rows: 2,
      new: 0,
      changed: 1,
      unchanged: 1,
      refused: 0,
      revoked: 0,
      expired: 0,
      notYetValid: 0,
    });
  });

  test('spent uses stay spent, whatever remaining_usage says', async () => {
    const { db } = await open();
    await hotRun(db, [fileRow()]);
    await spend(db, 3);
    await hotRun(db, [fileRow({ allowed_usage: 20, remaining_usage: 1 })]);
    assert.equal((await spring(db)).remaining, 17);
    await hotRun(db, [fileRow({ allowed_usage: 2 })]);
    assert.deepEqual([(await spring(db)).allowed, (await spring(db)).remaining], [2, 0]);
  });

  test('with resetUsage, remaining_usage of the file is taken', async () => {
    const { db } = await open();
    await hotRun(db, [fileRow()]);
    await spend(db, 3);
    await hotRun(db, [fileRow({ remaining_usage: 9 })], { resetUsage: true });
    assert.equal((await spring(db)).remaining, 9);
  });

  test('the kind can change only before a use is spent', async () => {
    const { db } = await open();
    await hotRun(db, [fileRow({ invitation_type: 'REGISTER' })]);
    await hotRun(db, [fileRow()]);
    assert.equal((await spring(db)).kind, 'login');
    await spend(db, 1);
    const file = await files.write([fileRow({ invitation_type: 'REGISTER' })]);
    const refused = {
      row: 1,
      code: 'SPRING-2027',
      outcome: 'refused',
      problems: [
        {
          field: 'invitation_type',
          message: 'cannot change from LOGIN to REGISTER: uses of this code are spent',
        },
      ],
    };
    assert.deepEqual((await checkWhole(db, keys, file)).plan.rows, [refused]);
    await hotRun(db, [fileRow()], { resetUsage: true });
    assert.equal((await spring(db)).remaining, 10);
    assert.deepEqual((await checkWhole(db, keys, file, { resetUsage: true })).plan.rows, [refused]);
  });

  test('a use spent between check and write stops a change of the kind, and its block', async () => {
    const { db } = await open();
    await hotRun(db, [fileRow()]);
    const file = await files.write([
      fileRow({ invitation_code: 'OTHER' }),
      fileRow({ invitation_type: 'REGISTER' }),
    ]);
    const checked = await checkWhole(db, keys, file);
    await spend(db, 1);
    await assert.rejects(
      writeImport(db, checked, now),
      /row 2: the kind can no longer change.*nothing is written$/,
    );
    assert.deepEqual([(await spring(db)).kind, (await spring(db)).remaining], ['login', 9]);
    assert.equal(await findCode(db, keys, 'OTHER'), null);
  });

  test('a code created between check and write gets the terms of its row, and spent uses stay spent', async () => {
    const { db } = await open();
    const file = await files.write([
      fileRow({ invitation_code: 'OTHER' }),
      fileRow({ allowed_usage: 20, label: 'late' }),
    ]);
    const checked = await checkWhole(db, keys, file);
    await hotRun(db, [fileRow()]);
    await spend(db, 3);
    await revokeCode(db, keys, 'SPRING-2027', now);
    await writeImport(db, checked, now);
    const { allowed, remaining, label, revokedAt } = await spring(db);
    assert.deepEqual([allowed, remaining, label, revokedAt], [20, 17, 'late', now]);
    assert.equal((await findCode(db, keys, 'OTHER'))?.remaining, 10);
  });

  test('a code of the other kind, created and used meanwhile, stops its block', async () => {
    const { db } = await open();
    const file = await files.write([
      fileRow({ invitation_code: 'OTHER' }),
      fileRow({ invitation_type: 'REGISTER' }),
    ]);
    const checked = await checkWhole(db, keys, file);
    await hotRun(db, [fileRow()]);
    await spend(db, 1);
    await assert.rejects(
      writeImport(db, checked, now),
      /row 2: the kind can no longer change.*nothing is written$/,
    );
    assert.equal(await findCode(db, keys, 'OTHER'), null);
  });

  test('in a file with every code twice all rows are refused', async () => {
    const { db } = await open();
    const rows = Array.from({ length: 2000 }, (_, i) => fileRow({ invitation_code: `CODE-${i}` }));
    const { plan } = await checkWhole(db, keys, await files.write([...rows, ...rows.toReversed()]));
    assert.equal(plan.totals.refused, 4000);
    const [first] = plan.rows;
    assert.ok(first?.outcome === 'refused');
    assert.equal(first.problems[0]?.message, 'is the same code as in row 4000');
  });

  test('a revoked code stays revoked, and the plan says so', async () => {
    const { db } = await open();
    await hotRun(db, [fileRow()]);
    await revokeCode(db, keys, 'SPRING-2027', now);
    const { rows, totals } = await hotRun(db, [fileRow({ allowed_usage: 11 })]);
    assert.ok(rows[0]?.outcome === 'changed' && rows[0].isRevoked);
    assert.equal(totals.revoked, 1);
    assert.equal((await spring(db)).revokedAt, now);
  });

  test('duplicate rows are refused, and each names another one', async () => {
    const { db } = await open();
    const texts = ['SCHOOLTRIP-201', 'single', 'schooltrip-2o1', ' Schooltrip-20I '];
    const file = await files.write(texts.map((invitation_code) => fileRow({ invitation_code })));
    const { plan } = await checkWhole(db, keys, file);
    const duplicate = (row: number, others: string) => ({
      row,
      code: texts[row - 1]?.trim(),
      outcome: 'refused',
      problems: [{ field: 'invitation_code', message: `is the same code as in row ${others}` }],
    });
    assert.deepEqual(
      plan.rows.filter(({ outcome }) => outcome === 'refused'),
      [duplicate(1, '3 and 1 more'), duplicate(3, '1 and 1 more'), duplicate(4, '1 and 1 more')],
    );
  });

  test('a file that changed after the check is refused', async () => {
    const { db } = await open();
    const file = await files.write([fileRow()]);
    const checked = await checkWhole(db, keys, file);
    await writeFile(file, JSON.stringify([fileRow({ allowed_usage: 11 })]));
    await assert.rejects(writeImport(db, checked, now), /has changed since it was checked/);
    assert.deepEqual(await everyCode(db), []);
  });

  test('the valid rows are written, and the others are copied unchanged into a file', async () => {
    const { db } = await open();
    const bad = fileRow({ invitation_code: 'BAD', allowed_usage: 0, note: 'é' });
    const file = await files.write([fileRow(), bad]);
    const checked = await checkWhole(db, keys, file);
    const rejectedFile = await writeRejectedRows(checked);
    await writeImport(db, checked, now);
    assert.equal(rejectedFile, `${file}.refused.json`);
    assert.deepEqual(JSON.parse(await readFile(rejectedFile, 'utf8')), [bad]);
    assert.equal((await stat(rejectedFile)).mode & 0o777, 0o600);
    assert.equal((await everyCode(db)).length, 1);
  });

  test('uses spent during an import are never lost', async () => {
    const { db } = await open();
    await hotRun(db, [fileRow({ allowed_usage: 500 })]);
    const others = Array.from({ length: 999 }, (_, i) => fileRow({ invitation_code: `OTHER-${i}` }));
    const file = await files.write([...others, fileRow({ allowed_usage: 600 })]);
    const checked = await checkWhole(db, keys, file);
    const spending = Promise.all(Array.from({ length: 100 }, () => spend(db, 1)));
    await Promise.all([spending, writeImport(db, checked, now)]);
    assert.deepEqual([(await spring(db)).allowed, (await spring(db)).remaining], [600, 500]);
  });

  test('imports of the same codes in opposite orders do not deadlock', async () => {
    const { db } = await open();
    const rows = Array.from({ length: 200 }, (_, i) => fileRow({ invitation_code: `CODE-${i}` }));
    for (let round = 0; round < 5; round++) {
      const orders = [rows, rows.toReversed(), rows, rows.toReversed()];
      await Promise.all(orders.map((order) => hotRun(db, order)));
    }
    assert.equal((await everyCode(db)).length, 200);
  });
});

test('a file without codes is refused with the reason', async () => {
  const cases: [string | Uint8Array, RegExp][] = [
    ['', /is empty$/],
    [' \n', /is empty$/],
    ['[]', /is empty: it holds no codes$/],
    ['{"invitation_code":\n"A"}', /does not hold a JSON array of codes$/],
    ['[{},\n]', /is not valid JSON: line 1: a comma before \]$/],
    [new Uint8Array([0x5b, 0xff, 0x5d]), /is not valid JSON: line 1, column 2$/],
    [new Uint8Array([0x5b, 0, 0x5d]), /is not a text file$/],
    [new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), /is a spreadsheet: save it as CSV first$/],
  ];
  for (const [content, message] of cases) {
    const path = await files.write(content);
    await assert.rejects(readWhole(path), { name: 'Error', message });
  }
  await assert.rejects(
    readWhole(await files.path('none.json')),
    /none.json cannot be read: it does not exist$/,
  );
  await assert.rejects(readWhole(await files.path('.')), /cannot be read: it is a folder$/);
  const pipe = await files.path('pipe');
  await promisify(execFile)('mkfifo', [pipe]);
  await assert.rejects(
    readWhole(pipe),
    /cannot be read: it is a pipe or a device, which can be read only once$/,
  );
});

async function hotRun(db: Kysely<HostTables>, rows: object[], options?: ImportOptions) {
  const checked = await checkWhole(db, keys, await files.write(rows), options);
  assert.equal(checked.plan.totals.refused, 0);
  await writeImport(db, checked, now);
  return checked.plan;
}

async function spend(db: Kysely<HostTables>, uses: number) {
  const digest = digestOf(keys, 'SPRING-2027');
  for (let use = 0; use < uses; use++) {
    const redemption = await db
      .transaction()
      .execute(() => redeem(db, { digest, kind: 'login', entry: 'guest' }, now));
    assert.ok(redemption);
  }
}

async function spring(db: Kysely<HostTables>): Promise<Code> {
  const code = await findCode(db, keys, 'SPRING-2027');
  assert.ok(code);
  return code;
}

async function readWhole(path: string) {
  using staging = openStaging();
  return await stageFile(
    { keys, file: { path, encoding: await encodingOf(path) }, format: 'json', staging },
    () => {},
  );
}
