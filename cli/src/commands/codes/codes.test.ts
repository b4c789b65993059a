import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '@foyer/database';
import { sql } from 'kysely';
import { operatorWith } from '../../../../testing/cli/cli.ts';
import { onEveryDatabase } from '../../../../testing/database/database.ts';

const example = join(import.meta.dirname, '../../../../docs/codes.example.json');

const springRow = {
  invitation_code: 'SPRING-2027',
  invitation_type: 'LOGIN',
  allowed_usage: 5,
  valid_from: '2020-01-01T00:00:00',
  valid_until: '2040-01-01',
};

const springCode = {
  code: 'SPRING-2027',
  kind: 'login',
  allowed: 5,
  remaining: 5,
  validFrom: '2020-01-01T00:00:00.000Z',
  validUntil: '2040-01-01T23:59:59.999Z',
  requirement: 'NOT_AVAILABLE',
  label: null,
  revokedAt: null,
  assistant: null,
  messagesPerPerson: null,
  messagesPerDay: null,
  tokenBudget: null,
  minutesPerPerson: null,
  peopleAtOnce: null,
  language: null,
};
const unredeemed = { redemptions: { total: 0, converted: 0 }, peopleIn: 0, messages: 0, tokens: 0 };

onEveryDatabase(({ kind, place }) => {
  const operator = async () => operatorWith({ databaseUrl: (await place()).url });

  test('a code is created, shown, listed, revoked and restored', async () => {
    const { foyer } = await operator();
    const create = ['codes', 'create', '--kind', 'login', '--uses', '5', '--code', 'SPRING-2027'];
    const window = ['--valid-from', '2020-01-01', '--valid-until', '2040-01-01'];
    const created = await foyer(...create, ...window, '--json');
    const link = 'https://chat.example.org/#invite-code=SPRING-2027';
    const [{ batch }] = JSON.parse(created.stdout);
    assert.match(batch, /^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const expected = { ...springCode, batch };
    assert.deepEqual(JSON.parse(created.stdout), [{ ...expected, link }]);

    const shown = await foyer('codes', 'show', 'spring-2027', '--json');
    assert.deepEqual(JSON.parse(shown.stdout), { ...expected, ...unredeemed });
    const again = await foyer(...create);
    assert.deepEqual([again.exitCode, again.stdout], [1, '']);
    assert.equal(again.stderr, 'foyer: the code SPRING-2027 exists already\n');

    const revoked = await foyer('codes', 'revoke', ' spring-2027', '--json');
    const { revokedAt, ...rest } = JSON.parse(revoked.stdout);
    assert.ok(revokedAt);
    assert.deepEqual({ ...rest, revokedAt: null }, { ...expected, ...unredeemed });
    const listed = await foyer('codes', 'list');
    assert.match(listed.stdout, /^CODE +KIND +STATE .*\nSPRING-2027 +login +revoked +5 +5 /);
    const restored = await foyer('codes', 'restore', 'SPRING-2027');
    assert.match(restored.stdout, /^state +usable$/m);
    assert.deepEqual(JSON.parse((await foyer('codes', 'list', '--json')).stdout), [expected]);
  });

  test('a code shows its spent uses, and how many of these guests became members', async (t) => {
    const { foyer, databaseUrl } = await operator();
    for (const code of ['SPRING-2027', 'OTHER'])
      await foyer('codes', 'create', '--kind', 'login', '--uses', '5', '--code', code, '--label', code);
    const { db, close } = openDatabase(databaseUrl);
    t.after(close);
    const codes = await db.selectFrom('invitationCode').select(['id', 'label']).execute();
    const idOf = (label: string) => codes.find((code) => code.label === label)?.id ?? '';
    const rows = [
      ['SPRING-2027', null],
      ['SPRING-2027', 2],
      ['SPRING-2027', null],
      ['OTHER', 2],
    ] as const;
    for (const [index, [label, convertedAt]] of rows.entries()) {
      const redemption = {
        id: `${index}`,
        codeId: idOf(label),
        redeemedAt: 1,
        entry: 'guest',
        convertedAt,
      } as const;
      await db.insertInto('redemption').values(redemption).execute();
    }
    for (const command of ['show', 'revoke', 'restore']) {
      const { stdout } = await foyer('codes', command, 'spring-2027', '--json');
      assert.deepEqual(JSON.parse(stdout).redemptions, { total: 3, converted: 1 });
    }
    assert.match(
      (await foyer('codes', 'show', 'SPRING-2027')).stdout,
      /^redeemed +3 times, 1 became a member$/m,
    );
    assert.ok(
      JSON.parse((await foyer('codes', 'list', '--json')).stdout).every(
        (code: object) => !('redemptions' in code),
      ),
    );
  });

  test('a killed import is completed by the next one', async () => {
    const { foyer, start, write, databaseUrl } = await operator();
    const count = 24_000;
    await write(
      'codes.json',
      Array.from({ length: count }, (_, i) => ({ ...springRow, invitation_code: `CODE-${i}` })),
    );
    const database = openDatabase(databaseUrl);
    const written = async () =>
      (
        await database.db
          .selectFrom('invitationCode')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow()
      ).count;
    const child = start(['codes', 'import', '--input-file', 'codes.json', '--hot-run']);
    child.stdout?.resume();
    const ended = new Promise((resolve) => child.once('exit', resolve));
    while ((await written()) === 0 && child.exitCode === null) await wait(5);
    // The test locks the table, so that the import cannot end before it is killed.
    await database.db.transaction().execute(async (trx) => {
      if (kind === 'postgres') await sql`lock table "invitationCode" in exclusive mode`.execute(trx);
      child.kill('SIGKILL');
      await ended;
    });
    const part = await written();
    assert.ok(part > 0 && part < count, `${part} of ${count} were written`);

    const second = await foyer('codes', 'import', '--input-file', 'codes.json', '--hot-run', '--json');
    const { totals } = JSON.parse(second.stdout);
    assert.deepEqual([totals.new + totals.unchanged, totals.changed + totals.refused], [count, 0]);
    assert.ok(totals.unchanged >= part);
    assert.equal(await written(), count);
    await database.close();
  });
});

test('a code that does not exist cannot be shown, revoked or restored', async () => {
  const { foyer } = await operatorWith();
  for (const command of ['show', 'revoke', 'restore']) {
    const { exitCode, stdout, stderr } = await foyer('codes', command, 'NONE', '--json');
    assert.deepEqual([exitCode, stdout, stderr], [1, '', 'foyer: there is no code NONE\n']);
  }
});

test('a dry run writes no byte, and the hot run does what it said', async () => {
  const { foyer, dataDir } = await operatorWith();
  const bytes = () => readFile(join(dataDir, 'foyer.db'));
  const before = await bytes();
  const dry = await foyer('codes', 'import', '--input-file', example);
  assert.equal(dry.exitCode, 0);
  assert.match(dry.stdout, /^row 1 {2}new {2}SPRING-2027\n/);
  assert.match(dry.stdout, /\n3 rows: 3 new, 0 changed, 0 unchanged, 0 refused\nDry run, nothing written\./);
  assert.ok((await bytes()).equals(before));

  const hot = await foyer('codes', 'import', '--input-file', example, '--hot-run', '--json');
  const { rows, totals, written } = JSON.parse(hot.stdout);
  assert.deepEqual(rows[1], { row: 2, code: 'STUDY-2027-MEMBERS', outcome: 'new' });
  assert.deepEqual(totals, {
    rows: 3,
    new: 3,
    changed: 0,
    unchanged: 0,
    refused: 0,
    revoked: 0,
    expired: 0,
    notYetValid: 0,
  });
  assert.equal(written, true);
  const again = await foyer('codes', 'import', '--input-file', example);
  assert.match(again.stdout, /^3 rows: 0 new, 0 changed, 3 unchanged, 0 refused$/m);
});

test('both runs refuse the same rows, and write nothing', async () => {
  const { foyer, write } = await operatorWith();
  await write('codes.json', [springRow, { ...springRow, invitation_code: 'BAD', allowed_usage: 0 }]);
  const runs = [[], ['--hot-run']];
  const plans = await Promise.all(
    runs.map((run) => foyer('codes', 'import', '--input-file', 'codes.json', ...run)),
  );
  for (const { exitCode, stdout, stderr } of plans) {
    assert.equal(exitCode, 1);
    assert.match(stdout, /^row 2 {2}refused {2}BAD\n +allowed_usage must be at least 1$/m);
    assert.equal(
      stderr,
      'foyer: the file is refused, nothing is written; --skip-refused writes the valid rows\n',
    );
  }
  assert.equal(plans[0]?.stdout, plans[1]?.stdout);
  assert.equal((await foyer('codes', 'list', '--json')).stdout, '[]\n');
});

test('with --skip-refused the refused rows go into a file', async () => {
  const { foyer, write, folder } = await operatorWith();
  const bad = { ...springRow, invitation_code: 'BAD', allowed_usage: 0 };
  await write('codes.json', [springRow, bad]);
  const run = ['codes', 'import', '--input-file', 'codes.json', '--skip-refused', '--hot-run'];
  const { exitCode, stdout } = await foyer(...run);
  assert.equal(exitCode, 0);
  assert.match(stdout, /The refused rows are in codes\.json\.refused\.json\.\n$/);
  assert.deepEqual(JSON.parse(await readFile(join(folder, 'codes.json.refused.json'), 'utf8')), [bad]);
  assert.equal((await foyer('codes', 'show', 'SPRING-2027')).exitCode, 0);
  await write('codes.json', [bad]);
  assert.equal((await foyer(...run)).exitCode, 1, 'without a valid row there is nothing to do');
});

test('an unknown file ending is explained when the file is not JSON', async () => {
  const { foyer, folder } = await operatorWith();
  await writeFile(join(folder, 'codes.txt'), 'invitation_code,invitation_type');
  const { stderr } = await foyer('codes', 'import', '--input-file', 'codes.txt');
  const reason = 'codes.txt is not valid JSON: line 1, column 1';
  assert.equal(stderr, `foyer: ${reason}. Set the format with --format: the file's name does not show it\n`);
  const named = await foyer('codes', 'import', '--input-file', 'codes.txt', '--format', 'json');
  assert.equal(named.stderr, `foyer: ${reason}\n`);
});

test('an expired code is created with a warning', async () => {
  const { foyer } = await operatorWith();
  const times = ['--valid-from', '2020-01-01', '--valid-until', '2020-02-01'];
  const { exitCode, stderr } = await foyer('codes', 'create', '--kind', 'login', ...times);
  assert.equal(exitCode, 0);
  assert.match(stderr, /until Saturday, 1 February 2020 at 23:59 \(UTC\)\. Batch /);
  assert.match(stderr, /\nfoyer: already expired: nobody can enter\n$/);
});

test('an import counts expired codes', async () => {
  const { foyer, folder } = await operatorWith();
  const row = 'OLD,LOGIN,25,2016-09-01,2017-06-30';
  const fields = 'invitation_code,invitation_type,allowed_usage,valid_from,valid_until';
  await writeFile(join(folder, 'codes.csv'), `${fields}\n${row}\n`);
  const { stdout } = await foyer('codes', 'import', '--input-file', 'codes.csv');
  assert.match(stdout, /^already expired: 1; nobody can enter with them\n1 row: 1 new/m);
});

test('a malformed or missing file is refused in one sentence', async () => {
  const { foyer, folder } = await operatorWith();
  await writeFile(join(folder, 'broken.json'), '[\n  {"invitation_code": "A",}\n]');
  const broken = await foyer('codes', 'import', '--input-file', 'broken.json');
  assert.deepEqual([broken.exitCode, broken.stdout], [1, '']);
  assert.equal(broken.stderr, 'foyer: broken.json is not valid JSON: line 2: a comma before }\n');
  const missing = await foyer('codes', 'import', '--input-file', 'none.json');
  assert.equal(missing.stderr, 'foyer: none.json cannot be read: it does not exist\n');
});

test('a time without a zone is UTC on every machine', async () => {
  const { foyerAs, write } = await operatorWith();
  await write('codes.json', [springRow]);
  const inNewYork = { env: { TZ: 'America/New_York' } };
  await foyerAs(inNewYork, 'codes', 'import', '--input-file', 'codes.json', '--hot-run');
  const { stdout } = await foyerAs(inNewYork, 'codes', 'show', 'SPRING-2027', '--json');
  const { batch, ...code } = JSON.parse(stdout);
  assert.ok(batch);
  assert.deepEqual(code, { ...springCode, ...unredeemed });
});

test('without the secret nobody reads the codes in a database', async () => {
  const { foyer, dataDir } = await operatorWith();
  await rm(join(dataDir, 'secret'));
  const { exitCode, stdout, stderr } = await foyer('codes', 'list');
  assert.deepEqual([exitCode, stdout], [1, '']);
  assert.match(stderr, /^foyer: The secret .*\n$/);
});
