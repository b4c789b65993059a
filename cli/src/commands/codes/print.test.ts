import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { pdftoppm, textOf } from '../../../../testing/cards.ts';
import { operatorWith } from '../../../../testing/cli/cli.ts';
import { needs } from '../../../../testing/database/database.ts';

const login = ['codes', 'create', '--kind', 'login'];

test('30 cards for a workshop are made by two commands', needs(pdftoppm), async () => {
  const { foyerAs, folder, dataDir } = await operatorWith();
  await mkdir(join(dataDir, 'assistants'));
  await writeFile(join(dataDir, 'assistants', 'housing.md'), '---\nname: Wren\n---\nYou help tenants.\n');
  const env = { BRAND_NAME: 'Harbour Advice', TIME_ZONE: 'Europe/Berlin', LANGUAGE: 'de' };
  const note = ['--note', 'Workshop am Dienstag', '--assistant', 'housing'];
  const until = ['--valid-until', '2099-07-01', '--label', 'workshop'];
  const created = await foyerAs({ env }, ...login, '--count', '30', ...until, ...note, '--json');
  const codes: { code: string; batch: string }[] = JSON.parse(created.stdout);
  const batch = codes[0]?.batch ?? '';
  const print = ['codes', 'print', '--batch', batch.toLowerCase(), '--output-file', 'cards.pdf'];
  const { exitCode, stdout, stderr } = await foyerAs({ env }, ...print);
  assert.deepEqual([exitCode, stderr], [0, '']);
  const end = 'Wednesday, 1 July 2099 at 23:59 (Europe/Berlin)';
  assert.equal(stdout, `Wrote 30 cards to cards.pdf. Valid until ${end}.\n`);
  const text = textOf(join(folder, 'cards.pdf'));
  assert.equal(text.split('\f').length - 1, 3, 'three sheets');
  for (const { code } of codes) assert.ok(text.includes(code), code);
  for (const part of ['Harbour Advice', 'Assistent: Wren', 'Workshop am Dienstag', 'bis 1. Juli 2099'])
    assert.equal(text.split(part).length - 1, 30, part);

  const again = await foyerAs({ env }, ...print);
  assert.deepEqual([again.exitCode, again.stderr], [1, 'foyer: cards.pdf exists already\n']);
  const one = ['codes', 'print', codes[0]?.code ?? '', '--one', '--output-file', 'one.pdf'];
  assert.match((await foyerAs({ env }, ...one)).stdout, /^Wrote 1 card to one\.pdf\./);
});

test('one command makes codes and their cards', needs(pdftoppm), async () => {
  const { foyer, folder } = await operatorWith();
  const make = [...login, '--count', '30', '--valid-for', '3d', '--cards', 'cards.pdf'];
  const { exitCode, stdout, stderr } = await foyer(...make);
  assert.equal(exitCode, 0);
  assert.match(
    stderr,
    /^30 login codes with one use each, until .*\nWrote 30 cards to cards\.pdf\. Valid until/,
  );
  const text = textOf(join(folder, 'cards.pdf'));
  const codes = stdout
    .trim()
    .split('\n')
    .map((line) => line.split(' ')[0] ?? '');
  assert.equal(codes.length, 30);
  for (const code of codes) assert.ok(text.includes(code), code);

  const again = await foyer(...make);
  assert.deepEqual(
    [again.exitCode, again.stdout, again.stderr],
    [1, '', 'foyer: cards.pdf exists already\n'],
  );
  const refused = await foyer(...login, '--note', '欢', '--cards', 'refused.pdf');
  assert.deepEqual([refused.exitCode, refused.stdout], [1, '']);
  assert.match(
    refused.stderr,
    /^foyer: --note: no font for cards has the letter 欢 \(U\+6B22\) of the note\n$/,
  );
});

test('printing warns of an address that nobody else can open, and of codes that admit nobody', async () => {
  const { foyerAs, folder } = await operatorWith();
  const env = { PUBLIC_URL: 'http://localhost:3000' };
  const old = ['--valid-from', '2020-01-01', '--valid-until', '2020-02-01', '--label', 'old'];
  await foyerAs({ env }, ...login, '--count', '3', ...old);
  await foyerAs({ env }, ...login, '--valid-from', '2099-01-01', '--label', 'new');
  const print = (label: string) =>
    foyerAs({ env }, 'codes', 'print', '--label', label, '--output-file', `${label}.pdf`);
  const { exitCode, stderr } = await print('old');
  assert.equal(exitCode, 0);
  assert.match(stderr, /^foyer: nobody else can open http:\/\/localhost:3000: set PUBLIC_URL/);
  assert.match(stderr, /\nfoyer: expired, revoked or used up: 3; nobody can enter with them\n$/);
  assert.match((await print('new')).stderr, /not valid yet: 1, the first until Thursday, 1 January 2099/);
  const none = await print('none');
  assert.deepEqual([none.exitCode, none.stderr], [1, 'foyer: no code matches\n']);
  assert.equal(existsSync(join(folder, 'none.pdf')), false);
  const unknown = ['codes', 'print', '--batch', 'BBBB-BBBB', '--output-file', 'none.pdf'];
  assert.equal((await foyerAs({ env }, ...unknown)).stderr, 'foyer: there is no batch BBBB-BBBB\n');
});
