import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { readConfig } from '@foyer/server/config';
import { launcher, operatorWith } from '../../testing/cli/cli.ts';
import type { Context } from './command.ts';
import { foyer, usageHint } from './foyer.ts';
import { Failure, WrongUsage } from './terminal/failure.ts';

const names = [
  'serve',
  'migrate',
  'doctor',
  'codes create',
  'codes import',
  'codes export',
  'codes list',
  'codes show',
  'codes batches',
  'codes print',
  'codes room',
  'codes revoke',
  'codes restore',
  'codes stop',
  'codes resume',
  'codes extend',
  'codes relabel',
  'people list',
  'people put-out',
  'member reset-link',
  'operator add',
  'operator list',
  'operator remove',
  'token create',
  'token list',
  'token revoke',
  'audit list',
  'settings list',
  'settings set',
  'settings unset',
  'sessions end',
  'secret rotate',
  'prove-erasure',
];

/** The output of a command that opens no installation. */
async function printed(line: string): Promise<string> {
  const lines: string[] = [];
  const unused = () => {
    throw new Error('the installation was opened');
  };
  const context: Context = {
    config: () => readConfig({}, import.meta.dirname),
    settings: async () => readConfig({}, import.meta.dirname),
    open: unused,
    print: (text) => lines.push(text),
    write: unused,
    root: '',
    now: 0,
  };
  await foyer(line.split(' ').filter(Boolean), '1.2.3', context);
  return lines.join('\n');
}

test('every command has a manual, and is in the list of commands', async () => {
  const overview = await printed('--help');
  for (const name of names) {
    const manual = await printed(`${name} --help`);
    assert.ok(manual.startsWith(`Usage: ./foyer ${name}`));
    for (const part of ['Options', 'Exit codes', 'Example'])
      assert.match(manual, new RegExp(`^${part}$`, 'm'));
    assert.match(overview, new RegExp(`^  ${name} `, 'm'));
  }
  assert.doesNotMatch(await printed('codes --help'), /^ {2}serve/m);
  for (const version of ['--version', '-V']) assert.equal(await printed(version), '1.2.3');
  assert.equal(await printed('help'), overview);
  assert.equal(await printed('help codes list'), await printed('codes list --help'));
});

test('wrong usage and refused input are different errors', async () => {
  const wrong = [
    '',
    'codes',
    'code list',
    'codes lists',
    'codes list --kind guest',
    'codes show',
    'codes show A B',
    'member',
    'member reset-link',
    'member reset-link A B',
    'operator add',
    'operator remove A B',
    'token create --name cards',
    'token create --scope read',
    'token create --name cards --scope all',
    'token revoke',
    'settings set LANGUAGE',
    'settings unset',
    'sessions end',
    'sessions end --all --email ada@example.org',
    'secret',
    'codes import',
    'codes create',
    'codes create --kind login --uses 0',
    'codes create --kind login --uses 1.5',
    'codes create --kind login --count 10000001',
    'codes create --kind login --code A --count 2',
    'codes create --kind login --valid-from 2027-02-30',
    'codes create --kind login --requirement YES',
    'codes create --kind login --short --code BCDFGH',
    'codes create --kind login --short --count 501',
    'codes create --kind login --valid-for 4x',
    'codes create --kind login --valid-for 4h --valid-until 2027-02-01',
    'codes create --kind login --messages 0',
    'codes export --output-file codes.xlsx',
    'help codes lists',
  ];
  for (const line of wrong) await assert.rejects(printed(line), WrongUsage, line);
  for (const line of [
    'codes list --hot-run',
    'codes list extra',
    'doctor extra',
    'codes import --input-file',
    'migrate --json=yes',
  ]) {
    await assert.rejects(printed(line), { code: /^ERR_PARSE_ARGS/ }, line);
  }
  const refused = [
    'codes create --kind login --code \u0007',
    'codes create --kind login --valid-from 2027-02-02 --valid-until 2027-02-01',
    'codes create --kind login --short --valid-for 3d',
    'codes create --kind login --short --uses 501',
    'codes create --kind registration --minutes 5',
    `codes create --kind login --note ${'n'.repeat(121)}`,
    'codes create --kind login --language not_a_tag',
  ];
  for (const line of refused) await assert.rejects(printed(line), Failure, line);
  assert.match(usageHint(['codes', 'show']), /^Usage: .\/foyer codes show CODE/);
});

test('wrong usage ends with exit code 2 and a hint, and writes nothing to stdout', async () => {
  const { foyer } = await operatorWith({ isMigrated: false });
  const { exitCode, stdout, stderr } = await foyer('codes', 'list', '--all');
  assert.deepEqual([exitCode, stdout], [2, '']);
  assert.match(stderr, /^foyer: Unknown option '--all'.*\nUsage: \.\/foyer codes list /);
});

test('a database that is not migrated is refused, and only `migrate` creates one', async () => {
  const { foyer, dataDir } = await operatorWith({ isMigrated: false });
  const { exitCode, stdout, stderr } = await foyer('codes', 'list', '--json');
  assert.deepEqual([exitCode, stdout], [1, '']);
  assert.match(stderr, /^foyer: .*`\.\/foyer migrate`.*\n$/);
  assert.equal(existsSync(dataDir), false);

  assert.match((await foyer('migrate')).stdout, /^Migrated: 0001-first-tables/);
  assert.deepEqual(JSON.parse((await foyer('migrate', '--json')).stdout), { ran: [] });
  assert.equal((await foyer('codes', 'list', '--json')).stdout, '[]\n');
});

test('a wrong setting is named, without a stack', async () => {
  const { foyerAs } = await operatorWith({ isMigrated: false });
  const { exitCode, stderr } = await foyerAs({ env: { PORT: 'eighty' } }, 'migrate');
  assert.equal(exitCode, 1);
  assert.match(stderr, /PORT/);
  assert.doesNotMatch(stderr, /^\s+at /m);
});

test('an unreachable database is reported in one sentence', async () => {
  const { foyer } = await operatorWith({
    databaseUrl: 'postgres://nobody@127.0.0.1:1/none',
    isMigrated: false,
  });
  for (const command of [['migrate'], ['codes', 'list']]) {
    const { exitCode, stderr } = await foyer(...command);
    assert.equal(exitCode, 1);
    assert.match(stderr, /^foyer: .*ECONNREFUSED.*\n$/);
  }
});

test('the launcher works through symbolic links, from any folder', async () => {
  const { foyerAs, folder } = await operatorWith({ isMigrated: false });
  await symlink(launcher, join(folder, 'first'));
  await symlink('first', join(folder, 'second'));
  const { exitCode, stdout } = await foyerAs({ program: './second' }, '--version');
  assert.equal(exitCode, 0);
  assert.match(stdout, /^\d+\.\d+\.\d+\n$/);
});
