import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { operatorWith } from '../../../../testing/cli/cli.ts';

const operatorWithFiles = async (files: Record<string, string>) => {
  const operator = await operatorWith();
  const dir = join(operator.dataDir, 'assistants');
  await mkdir(join(dir, 'leaflets'), { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(join(dir, name), content);
  return { ...operator, dir };
};

const good = '---\nname: Wren\nlanguage: de\nknowledge: leaflets\nmodel: huge\n---\nYou advise tenants.';

test('without files there are no assistants, and that is no mistake', async () => {
  const { foyer, foyerAs, dataDir } = await operatorWith();
  for (const verb of ['list', 'check']) {
    const { exitCode, stdout } = await foyer('assistants', verb);
    assert.deepEqual([exitCode, stdout], [0, `There are no assistants in ${join(dataDir, 'assistants')}.\n`]);
  }
  assert.equal((await foyer('assistants', 'list', '--json')).stdout, '[]\n');
  const missing = await foyerAs({ env: { ASSISTANTS_DIR: '/nowhere' } }, 'assistants', 'check');
  assert.deepEqual([missing.exitCode, missing.stderr], [1, 'foyer: there is no folder /nowhere\n']);
});

test('the assistants are listed, and their mistakes are named with their lines', async () => {
  const { foyer, foyerAs } = await operatorWithFiles({
    'housing.md': good,
    'wrong.md': '---\nname: W\ncolour: red\n---\nHello',
    '-odd.md': good,
    'notes.txt': 'no assistant',
    'leaflets/a.pdf': 'x',
  });
  const listed = await foyer('assistants', 'list');
  assert.deepEqual(listed.stdout.split('\n').slice(0, 3), [
    'id       name                      model  language',
    'housing  Wren                      huge   de',
    'wrong    (its file has a mistake)',
  ]);
  const [housing, wrong] = JSON.parse((await foyer('assistants', 'list', '--json')).stdout);
  assert.deepEqual([housing.id, housing.name, housing.problem], ['housing', 'Wren', null]);
  assert.deepEqual([wrong.id, wrong.line], ['wrong', 3]);
  const checked = await foyer('assistants', 'check');
  assert.equal(checked.exitCode, 1);
  assert.match(checked.stdout, /^housing\.md: ok$/m);
  assert.match(
    checked.stdout,
    /^ {2}leaflets\/a\.pdf is left out: it is neither a \.md nor a \.txt file\.$/m,
  );
  assert.match(checked.stdout, /^ {2}There is no model huge: demo answers instead\.$/m);
  assert.match(checked.stdout, /^wrong\.md, line 3: there is no field colour/m);
  assert.match(checked.stdout, /^-odd\.md: the name of a file/m);
  assert.equal(checked.stderr, 'foyer: 2 files have a mistake\n');
  const env = {
    MODEL_URL: 'http://127.0.0.1:9/v1',
    MODEL_NAME: 'small',
    MODEL_2_URL: 'http://127.0.0.1:9/v1',
    MODEL_2_NAME: 'huge',
  };
  const { stdout } = await foyerAs({ env }, 'assistants', 'check');
  assert.doesNotMatch(stdout, /no model/);
});

test('doctor names the mistakes of assistants too, and checks every model', async () => {
  const { foyerAs } = await operatorWithFiles({ 'housing.md': good, 'wrong.md': 'Hello' });
  const closed = 'http://127.0.0.1:9/v1';
  const env = { MODEL_URL: closed, MODEL_NAME: 'small', MODEL_2_URL: closed, MODEL_2_NAME: 'large' };
  const { stdout } = await foyerAs({ env }, 'doctor', '--json');
  const findings = (JSON.parse(stdout) as { check: string; status: string; message: string }[]).filter(
    ({ check }) => /^(assistants|model)/.test(check),
  );
  assert.deepEqual(
    findings.map(({ check, status }) => `${check} ${status}`),
    ['model failed', 'model 2 failed', 'assistants ok', 'assistants failed', 'assistants warning'],
  );
  assert.match(String(findings[3]?.message), /^wrong\.md, line 1: the first line must be ---\.$/);
  assert.match(
    String(findings[4]?.message),
    /^housing\.md: There is no model huge: small answers instead\.$/,
  );
});

const row = {
  invitation_type: 'LOGIN',
  allowed_usage: 1,
  valid_from: '2020-01-01',
  valid_until: '2040-01-01',
};

test('an import refuses a row that names an assistant without a file', async () => {
  const { foyer, write } = await operatorWithFiles({ 'housing.md': good });
  await write('codes.json', [
    { ...row, invitation_code: 'ONE', assistant: 'housing' },
    { ...row, invitation_code: 'TWO', assistant: 'debts' },
  ]);
  const { exitCode, stdout } = await foyer('codes', 'import', '--input-file', 'codes.json', '--hot-run');
  assert.equal(exitCode, 1);
  assert.match(stdout, /TWO\n.*assistant is not an assistant here/);
  assert.match(stdout, /^2 rows: 1 new, 0 changed, 0 unchanged, 1 refused$/m);
});

test('doctor names the codes whose assistant has no file any more', async () => {
  const { foyer, write, dir } = await operatorWithFiles({ 'housing.md': good });
  await write('codes.json', [{ ...row, invitation_code: 'ONE', assistant: 'housing' }]);
  await foyer('codes', 'import', '--input-file', 'codes.json', '--hot-run');
  await rm(join(dir, 'housing.md'));
  const doctor = await foyer('doctor');
  assert.match(doctor.stdout, /warning +1 code names the assistant housing, which does not exist/);
});
