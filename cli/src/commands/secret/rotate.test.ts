import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '@foyer/database';
import { operatorWith } from '../../../../testing/cli/cli.ts';
import { freePort, onEveryDatabase } from '../../../../testing/database/database.ts';

onEveryDatabase(({ place }) => {
  test('after many kills a rotation ends with every code intact, under a new secret', async (t) => {
    const operator = await operatorWith({ databaseUrl: (await place()).url });
    const { foyer, start, dataDir, databaseUrl } = operator;
    await foyer('codes', 'create', '--kind', 'login', '--count', '3000', '--json');
    const codes = async () => JSON.parse((await foyer('codes', 'list', '--json')).stdout);
    const before = await codes();
    const [file, other] = [join(dataDir, 'secret'), join(dataDir, 'secret.next')];
    const former = await readFile(file, 'utf8');
    const { db, close } = openDatabase(databaseUrl);
    t.after(close);
    const digests = async () =>
      (await db.selectFrom('invitationCode').select('digest').orderBy('id').execute()).map(
        ({ digest }) => digest,
      );
    const ofBefore = await digests();
    const hasBegun = async () =>
      (await db.selectFrom('setting').selectAll().where('key', '=', 'nextSecretFingerprint').execute())
        .length > 0;
    const isHalfDone = async () => (await digests()).some((digest, i) => digest !== ofBefore[i]);

    for (const isThere of [async () => existsSync(other), hasBegun, isHalfDone]) {
      const rotation = start(['secret', 'rotate']);
      const ended = once(rotation, 'exit');
      while (!(await isThere())) await wait(1);
      rotation.kill('SIGKILL');
      await ended;
    }
    assert.match((await foyer('codes', 'list')).stderr, /^foyer: .*run `\.\/foyer secret rotate` again.*\n$/);
    const { stdout, stderr, exitCode } = await foyer('secret', 'rotate');
    assert.equal(exitCode, 0, stderr);
    assert.match(
      stdout,
      /^The secret is replaced\. Encrypted again: \d+ codes, and the keys of 0 people\.\nEnded 0 sessions/,
    );
    assert.deepEqual(await codes(), before);
    assert.notEqual(await readFile(file, 'utf8'), former);
    assert.equal(existsSync(other), false);
    assert.equal(
      (await digests()).some((digest) => ofBefore.includes(digest)),
      false,
    );
  });

  test('a running server stops by itself with one sentence, and so does a command', async () => {
    const port = String(await freePort());
    const operator = await operatorWith({ databaseUrl: (await place()).url });
    const env = { PORT: port, PUBLIC_URL: `http://127.0.0.1:${port}` };
    const server = operator.start(['serve'], env);
    assert.ok(server.stdout && server.stderr);
    const printed = text(server.stderr);
    const ended = once(server, 'exit');
    await once(server.stdout, 'data');
    const refused = await operator.foyerAs({ env }, 'secret', 'rotate');
    assert.equal(refused.exitCode, 1);
    assert.match(
      refused.stderr,
      /^foyer: A server answers at http:\/\/127\.0\.0\.1:\d+: stop all servers first/,
    );

    // This command has started, and waits for its reader.
    await operator.foyer('codes', 'create', '--kind', 'login', '--count', '3000', '--json');
    const command = operator.start(['codes', 'list', '--json']);
    const commandEnded = once(command, 'exit');
    assert.ok(command.stdout);
    await once(command.stdout, 'readable');
    const rotated = await operator.foyer('secret', 'rotate', '--json', '--keep-sessions');
    assert.equal(rotated.exitCode, 0, rotated.stderr);
    assert.deepEqual(JSON.parse(rotated.stdout), {
      codes: JSON.parse(rotated.stdout).codes,
      people: 0,
      sessions: null,
      guests: null,
      isRewritten: true,
    });
    assert.deepEqual(await ended, [1, null]);
    assert.match(
      (await printed).split('\n').at(-2) ?? '',
      /^foyer: The secret of this installation was changed/,
    );
    assert.deepEqual(await commandEnded, [1, null]);
  });

  test('if the environment sets the secret, the new one comes from a file', async () => {
    const { foyerAs, folder } = await operatorWith({
      databaseUrl: (await place()).url,
      isMigrated: false,
    });
    const [former, next] = ['the secret of the environment, long', 'the new secret of the environment'];
    const env = { SECRET: former };
    await foyerAs({ env }, 'migrate');
    await foyerAs({ env }, 'codes', 'create', '--kind', 'login', '--code', 'SPRING-2027');
    const file = join(folder, 'new-secret');
    const rotate = (...args: string[]) => foyerAs({ env }, 'secret', 'rotate', ...args);
    assert.match((await rotate()).stderr, /write the new one into a file and pass it with --new-secret-file/);
    assert.match((await rotate('--new-secret-file', file)).stderr, /cannot be read/);
    await writeFile(file, 'too short\n');
    assert.match((await rotate('--new-secret-file', file)).stderr, /32 to 1000 characters/);
    await writeFile(file, `${next}\n`);
    const { stdout, exitCode } = await rotate('--new-secret-file', file);
    assert.equal(exitCode, 0);
    assert.match(stdout, /Set SECRET or SECRET_FILE to the new secret on every server/);
    assert.match((await rotate('--new-secret-file', file)).stderr, /has ended already/);
    const shown = await foyerAs({ env: { SECRET: next } }, 'codes', 'show', 'spring-2027', '--json');
    assert.equal(JSON.parse(shown.stdout).code, 'SPRING-2027');
  });
});
