import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { operatorWith } from '../../../../testing/cli/cli.ts';

const login = ['codes', 'create', '--kind', 'login', '--valid-until', '2099-01-01'];

/** An operator with a batch of this size and label. */
async function withBatch(count: number, label: string) {
  const operator = await operatorWith();
  const created = await operator.foyer(...login, '--count', String(count), '--label', label, '--json');
  const codes: { code: string; batch: string }[] = JSON.parse(created.stdout);
  const [{ code, batch } = assert.fail()] = codes;
  return { ...operator, code, batch };
}

test('more than 100 codes are changed only with --yes', async () => {
  const { foyer, batch, code } = await withBatch(101, 'spring');
  const changes = [
    ['revoke', '101 codes revoked.'],
    ['restore', '101 codes restored.'],
    ['extend', '--until', '2099-02-01', '101 codes extended until Sunday, 1 February 2099 at 23:59 (UTC).'],
    ['relabel', '--to', 'summer', '101 codes relabelled.'],
  ];
  for (const [act = '', ...more] of changes) {
    const [options, done] = [more.slice(0, -1), more.at(-1)];
    const command = ['codes', act, '--batch', batch, ...options];
    const before = (await foyer('codes', 'show', code, '--json')).stdout;
    const dry = await foyer(...command);
    assert.equal(dry.stdout, 'Dry run, nothing changed. This touches 101 codes. Add --yes to apply.\n');
    assert.equal((await foyer('codes', 'show', code, '--json')).stdout, before);
    assert.equal((await foyer(...command, '--yes')).stdout, `${done}\n`);
    assert.notEqual((await foyer('codes', 'show', code, '--json')).stdout, before);
  }
  const [listed] = JSON.parse((await foyer('codes', 'batches', '--json')).stdout);
  assert.deepEqual([listed.batch, listed.codes, listed.label], [batch, 101, 'summer']);
});

test('a batch or a label selects codes to show, list and export, and an unknown one is named', async () => {
  const { foyer, batch, folder } = await withBatch(2, 'spring');
  await foyer(...login, '--uses', '5', '--label', 'other');
  const sums = JSON.parse((await foyer('codes', 'show', '--batch', batch, '--json')).stdout);
  const none = { redemptions: { total: 0, converted: 0 }, peopleIn: 0, messages: 0, tokens: 0 };
  assert.deepEqual(sums, { codes: 2, allowed: 2, remaining: 2, ...none });
  assert.match((await foyer('codes', 'show', '--label', 'other')).stdout, /^uses +5 of 5 left$/m);
  assert.equal(JSON.parse((await foyer('codes', 'list', '--batch', batch, '--json')).stdout).length, 2);
  const file = ['--output-file', 'codes.csv'];
  await foyer('codes', 'export', '--with-texts', '--batch', batch, ...file);
  const [head = '', ...rows] = (await readFile(join(folder, 'codes.csv'), 'utf8')).trim().split('\n');
  assert.ok(head.endsWith(',language,link'));
  assert.equal(rows.length, 2);
  for (const row of rows) assert.match(row, /,https:\/\/chat\.example\.org\/#invite-code=[^,]+$/);
  const again = await foyer('codes', 'import', '--input-file', 'codes.csv');
  assert.match(again.stdout, /^valid until Thursday, 1 January 2099 at 23:59 \(UTC\)$/m);
  assert.match(again.stdout, /0 new, 0 changed, 2 unchanged, 0 refused/);

  for (const command of ['show', 'list', 'export', 'revoke', 'restore']) {
    const { exitCode, stderr } = await foyer('codes', command, '--batch', 'BBBB-BBBB');
    assert.deepEqual([exitCode, stderr], [1, 'foyer: there is no batch BBBB-BBBB\n'], command);
  }
  const wrong = await foyer('codes', 'revoke', '--batch', 'nonsense!');
  assert.equal(wrong.exitCode, 2);
  assert.equal((await foyer('codes', 'revoke')).exitCode, 2);
  assert.equal((await foyer('codes', 'revoke', 'ONE', '--label', 'spring')).exitCode, 2);
});

test('one short code that would work for too long refuses the change for all', async () => {
  const { foyer, write } = await operatorWith();
  const short = ['codes', 'create', '--kind', 'login', '--short', '--label', 'room'];
  const created = await foyer(...short, '--json');
  const [{ code }] = JSON.parse(created.stdout);
  await foyer(...login, '--label', 'room');
  const { exitCode, stderr } = await foyer('codes', 'extend', '--label', 'room', '--until', '2099-02-01');
  assert.equal(exitCode, 1);
  const reason = 'the end must be within 24 hours of the start for a short code';
  assert.equal(stderr, `foyer: ${code} is refused, nothing is changed: ${reason}\n`);
  const row = { invitation_code: code, invitation_type: 'LOGIN', allowed_usage: 501 };
  await write('codes.json', [{ ...row, valid_from: '2020-01-01', valid_until: '2040-01-01' }]);
  const plan = await foyer('codes', 'import', '--input-file', 'codes.json');
  assert.match(plan.stdout, /allowed_usage must be at most 500 for a short code/);
  assert.match(plan.stdout, /valid_until must be within 24 hours of valid_from for a short code/);
});
