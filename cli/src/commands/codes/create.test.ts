import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { openDatabase } from '@foyer/database';
import { operatorWith } from '../../../../testing/cli/cli.ts';

const inBerlin = { env: { TIME_ZONE: 'Europe/Berlin' } };
const login = ['codes', 'create', '--kind', 'login'];

test('codes are created with all their terms, and say until when in the zone of the house', async () => {
  const { foyer, foyerAs, dataDir } = await operatorWith();
  const unknown = await foyer(...login, '--assistant', 'housing');
  assert.deepEqual([unknown.exitCode, unknown.stderr], [1, 'foyer: there is no assistant housing\n']);
  await mkdir(join(dataDir, 'assistants'));
  await writeFile(join(dataDir, 'assistants', 'housing.md'), '---\nname: Wren\n---\nYou help tenants.\n');
  const window = ['--valid-from', '2099-07-01', '--valid-until', '2099-07-01'];
  const terms = [
    '--assistant',
    'housing',
    '--messages',
    '40',
    '--messages-per-day',
    '10',
    '--budget',
    '5000',
  ];
  const more = ['--minutes', '90', '--at-once', '25', '--language', 'de', '--note', 'Room 4, 10 am'];
  const created = await foyerAs(inBerlin, ...login, '--uses', '25', ...window, ...terms, ...more, '--json');
  const [code] = JSON.parse(created.stdout);
  assert.equal(code.validFrom, '2099-06-30T22:00:00.000Z');
  assert.equal(code.validUntil, '2099-07-01T21:59:59.999Z');
  const opened = {
    assistant: 'housing',
    messagesPerPerson: 40,
    messagesPerDay: 10,
    tokenBudget: 5000,
    minutesPerPerson: 90,
    peopleAtOnce: 25,
    language: 'de',
  };
  const { messages, tokens, peopleIn, ...shown } = JSON.parse(
    (await foyer('codes', 'show', code.code, '--json')).stdout,
  );
  assert.deepEqual([messages, tokens, peopleIn], [0, 0, 0]);
  for (const [term, value] of Object.entries(opened)) {
    assert.equal(code[term], value, term);
    assert.equal(shown[term], value, term);
  }
  assert.match(
    created.stderr,
    /not valid yet: works from Wednesday, 1 July 2099 at 00:00 \(Europe\/Berlin\)/,
  );
  assert.match(created.stderr, /limits are per entry/);
  const [batch] = JSON.parse((await foyer('codes', 'batches', '--json')).stdout);
  assert.deepEqual([batch.batch, batch.codes, batch.note], [code.batch, 1, 'Room 4, 10 am']);

  const inWords = await foyerAs(inBerlin, ...login, ...window);
  assert.match(
    inWords.stderr,
    /^1 login code with one use, until Wednesday, 1 July 2099 at 23:59 \(Europe\/Berlin\)\. Batch /,
  );
});

test('a code can be valid for a time, and a short one only for a day', async () => {
  const { foyer } = await operatorWith();
  const lasting = async (...options: string[]) => {
    const { stdout, stderr } = await foyer(...login, ...options, '--json');
    const [{ code, validFrom, validUntil }] = JSON.parse(stdout || `[{"code":${JSON.stringify(stderr)}}]`);
    return { code, hours: (Date.parse(validUntil) - Date.parse(validFrom)) / 3_600_000 };
  };
  assert.equal((await lasting('--valid-for', '4h')).hours, 4);
  assert.equal((await lasting('--valid-for', '3d')).hours, 72);
  const short = await lasting('--short');
  assert.match(short.code, /^[BCDFGHJKMNP-TV-Z2-9]{3}-[BCDFGHJKMNP-TV-Z2-9]{3}$/);
  assert.equal(short.hours, 24);
  const tooLong = await foyer(...login, '--short', '--valid-for', '25h');
  assert.equal(tooLong.exitCode, 1);
  assert.match(tooLong.stderr, /^foyer: --valid-until must be within 24 hours of the start for a short code/);
});

test('five hundred short codes are created, and none that exists already', async (t) => {
  const { foyer, databaseUrl } = await operatorWith();
  const { stdout } = await foyer(...login, '--short', '--count', '500', '--json');
  const codes: { code: string }[] = JSON.parse(stdout);
  assert.equal(new Set(codes.map(({ code }) => code)).size, 500);
  const { db, close } = openDatabase(databaseUrl);
  t.after(close);
  const generated = await db.selectFrom('invitationCode').select('isGenerated').distinct().execute();
  // Such a code can be guessed: its address stays limited after failed attempts.
  assert.deepEqual(
    generated.map(({ isGenerated }) => Boolean(isGenerated)),
    [false],
  );
});
