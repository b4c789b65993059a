import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { operatorWith } from '../../../../testing/cli/cli.ts';
import { onEveryDatabase } from '../../../../testing/database/database.ts';

const count = process.env.LONG_TESTS ? 1_000_000 : 12_000;
/** Small enough for one text. */
const countInHand = Math.min(count, 100_000);
/** Large enough to interrupt. */
const countToWrite = Math.max(count, 36_000);

const row = {
  invitation_type: 'LOGIN',
  allowed_usage: 5,
  valid_from: '2020-01-01',
  valid_until: '2040-01-01',
};

onEveryDatabase(({ place }) => {
  const operator = async () => operatorWith({ databaseUrl: (await place()).url });

  test('codes exported with their texts are imported as the same codes', async () => {
    const { foyer, folder, write } = await operator();
    const odd = [
      'Zürich, "8001"',
      ' a\u2028b ',
      '=1+1',
      '日本🎌',
      '7K3M-9QXA-2FV8B',
      "O'Neil;x",
      "'=2",
      '@a',
    ];
    await write('codes.json', [
      ...odd.map((invitation_code, i) => ({ ...row, invitation_code, label: i % 2 ? null : 'a,"b"' })),
      { ...row, invitation_code: 'USED', invitation_type: 'REGISTER', remaining_usage: 2 },
    ]);
    await foyer('codes', 'import', '--input-file', 'codes.json', '--hot-run');
    await foyer('codes', 'revoke', 'USED');
    const other = await operator();
    for (const name of ['codes.csv', 'codes.jsonl']) {
      const out = await foyer('codes', 'export', '--with-texts', '--output-file', name);
      assert.deepEqual([out.exitCode, out.stdout], [0, `Wrote 9 codes to ${name}.\n`]);
      assert.match(out.stderr, /^foyer: revoked codes in the export: 1\./);
      assert.equal((await stat(join(folder, name))).mode & 0o777, 0o600);
      const written = await readFile(join(folder, name), 'utf8');
      if (name.endsWith('.csv')) assert.match(written, /^'=1\+1,.*\n/m);
      const again = await foyer('codes', 'import', '--input-file', name);
      assert.match(again.stdout, /^9 rows: 0 new, 0 changed, 9 unchanged, 0 refused$/m);
      const path = join(folder, name);
      const elsewhere = await other.foyer('codes', 'import', '--input-file', path, '--hot-run', '--json');
      assert.equal(JSON.parse(elsewhere.stdout).written, true);
    }
    const listed = async (run: typeof foyer) =>
      JSON.parse((await run('codes', 'list', '--json')).stdout).map((code: object) => ({
        ...code,
        revokedAt: null,
        batch: null,
      }));
    assert.deepEqual(await listed(other.foyer), await listed(foyer));

    const taken = await foyer('codes', 'export', '--output-file', 'codes.csv');
    assert.deepEqual([taken.exitCode, taken.stderr], [1, 'foyer: codes.csv exists already\n']);
  });

  test('an export without texts has no codes, and a filter selects rows', async () => {
    const { foyer } = await operator();
    const create = ['codes', 'create', '--valid-from', '2027-02-01', '--valid-until', '2027-03-01', '--kind'];
    await foyer(...create, 'login', '--uses', '3', '--code', 'SECRET-1', '--label', 'class 7b');
    await foyer(...create, 'registration', '--code', 'SECRET-2');
    await foyer('codes', 'revoke', 'SECRET-1');
    const csv = (await foyer('codes', 'export', '--kind', 'login')).stdout;
    const head =
      'invitation_type,allowed_usage,remaining_usage,valid_from,valid_until,sensitive_personal_data_requirement,label,assistant,messages_per_person,messages_per_day,token_budget,minutes_per_person,people_at_once,language,created_at,revoked_at';
    const time = '\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z';
    assert.match(
      csv,
      new RegExp(
        `^${head}\nLOGIN,3,3,2027-02-01T00:00:00.000Z,2027-03-01T23:59:59.999Z,NOT_AVAILABLE,class 7b,,,,,,,,${time},${time}\n$`,
      ),
    );
    const lines = (await foyer('codes', 'export', '--format', 'jsonl')).stdout.trim().split('\n');
    assert.equal(lines.length, 2);
    assert.doesNotMatch(csv + lines.join(), /SECRET/);
  });

  test('more codes than one transaction holds are created, listed and exported, each once', async () => {
    const { foyer } = await operator();
    const made = await foyer('codes', 'create', '--kind', 'login', '--count', String(countInHand), '--json');
    const codes: { code: string }[] = JSON.parse(made.stdout);
    const texts = new Set(codes.map(({ code }) => code));
    assert.deepEqual([codes.length, texts.size], [countInHand, countInHand]);
    const listed: { code: string }[] = JSON.parse((await foyer('codes', 'list', '--json')).stdout);
    assert.equal(listed.length, countInHand);
    assert.deepEqual(new Set(listed.map(({ code }) => code)), texts);
    const exported = (await foyer('codes', 'export', '--with-texts')).stdout.trim().split('\n').slice(1);
    assert.deepEqual(new Set(exported.map((line) => line.split(',')[0])), texts);
  });

  test('Ctrl-C stops an import after the current block, and it reports how many of the first rows are written', async () => {
    const { start, folder, foyer } = await operator();
    const lines = Array.from({ length: countToWrite }, (_, i) =>
      JSON.stringify({ ...row, invitation_code: `C${i}` }),
    );
    await writeFile(join(folder, 'codes.jsonl'), [...lines, '{}'].join('\n'));
    const importing = ['codes', 'import', '--input-file', 'codes.jsonl', '--hot-run', '--skip-refused'];
    const child = start(importing);
    assert.ok(child.stdout && child.stderr);
    const complaint = text(child.stderr);
    // The totals are printed after the check; the writing follows.
    child.stdout.on('data', (data) => /rows: \d+ new/.test(String(data)) && child.kill('SIGINT'));
    const [exitCode] = await once(child, 'exit');
    assert.equal(exitCode, 1);
    const told =
      /foyer: interrupted: (?:nothing is|(\d+) of \d+ rows are) written; run the same import again to complete it\n$/.exec(
        await complaint,
      );
    assert.ok(told);
    const written = Array.from({ length: Number(told[1] ?? 0) }, (_, i) => `C${i}`);
    assert.deepEqual(await codesIn(foyer), new Set(written));
    assert.ok(!(await readdir(folder)).includes('codes.jsonl.refused.jsonl'));
    const next = await foyer(...importing);
    assert.match(next.stdout, new RegExp(`^${countToWrite + 1} rows: .* 0 changed, .* 1 refused$`, 'm'));
    assert.match(next.stdout, /^and \d+ more new or changed rows: --all lists them$/m);
    assert.match(next.stdout, /\nWritten. The refused rows are in codes\.jsonl\.refused\.jsonl\.\n$/);
  });
});

async function codesIn(foyer: Awaited<ReturnType<typeof operatorWith>>['foyer']): Promise<Set<string>> {
  const { stdout } = await foyer('codes', 'export', '--with-texts');
  const [, ...lines] = stdout.trim().split('\n');
  return new Set(lines.map((line) => line.split(',')[0] ?? ''));
}
