import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { cp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openDatabase } from '@foyer/database';
import { createCodes } from '@foyer/invitation-codes/codes';
import { deriveKeys } from '@foyer/invitation-codes/seal';
import { sql } from 'kysely';
import { until } from '../../../testing/chats/read-reply.ts';
import { operatorWith } from '../../../testing/cli/cli.ts';
import {
  debianPostgres,
  freePort,
  needs,
  newPlace,
  startDebianPostgres,
} from '../../../testing/database/database.ts';
import { anyCode, newAddress, visitor } from '../../../testing/server/app.ts';
import { assertEachEnteredOnce, startCrowd } from '../../../testing/server/crowd.ts';
import { startProcess } from '../../../testing/server/process.ts';

let postgres: Awaited<ReturnType<typeof startDebianPostgres>> | undefined;
before(async () => {
  if (!needs(debianPostgres).skip) postgres = await startDebianPostgres(['fsync=off']);
});
after(() => postgres?.remove());

for (const kind of ['sqlite', 'postgres'] as const) {
  describe(kind, kind === 'postgres' ? needs(debianPostgres) : {}, () => {
    const places: { remove: () => Promise<void> }[] = [];
    after(async () => {
      for (const place of places) await place.remove();
    });

    async function start() {
      const place = await newPlace(kind, postgres?.url);
      places.push(place);
      const operator = await operatorWith({ databaseUrl: place.url });
      const secret = (await readFile(join(operator.dataDir, 'secret'), 'utf8')).trim();
      const makeCode = async () => {
        const code = { ...anyCode(), allowed: 100_000, remaining: 100_000 };
        const { db, close } = openDatabase(place.url);
        await createCodes(db, deriveKeys(secret), [code], { createdBy: 'create', now: Date.now() });
        await close();
        return code;
      };
      const port = String(await freePort());
      const serve = () => {
        const { databaseUrl: DATABASE_URL, dataDir: DATA_DIR } = operator;
        return startProcess({ DATABASE_URL, DATA_DIR, PORT: port, TRUST_PROXY: '127.0.0.1' });
      };
      const enter = async (code: string, attemptId?: string) => {
        const answer = await visitor(`http://127.0.0.1:${port}`, newAddress()).enter(code, attemptId);
        assert.equal(answer.status, 200, JSON.stringify(answer.body));
        return true;
      };
      const file = join(operator.folder, 'foyer.backup');
      return { ...operator, file, port, makeCode, serve, enter };
    }

    const stateOf = async (url: string, code: { label: string | null; allowed: number }) => {
      const { db, close } = openDatabase(url);
      const { length } = await db.selectFrom('redemption').select('id').execute();
      await assertEachEnteredOnce(db, code, length);
      await close();
      return length;
    };

    test('a backup that is made while people enter is consistent, and restore says what is free again', async () => {
      const { foyer, foyerAs, file, port, databaseUrl, dataDir, ...acts } = await start();
      const code = await acts.makeCode();
      const server = await acts.serve();
      const crowd = startCrowd((attempt) => acts.enter(code.code, attempt), { atOnce: 4 });
      await until(() => crowd.entered() > 20);
      const written = await foyer('backup', file);
      assert.equal(written.exitCode, 0, written.stderr);
      assert.match(written.stdout, /^Written: .*\nThe secret is not in it: keep a copy of .*secret, apart/);
      assert.equal((await stat(file)).mode & 0o777, 0o600);
      const secret = (await readFile(join(dataDir, 'secret'), 'utf8')).trim();
      assert.ok(!(await readFile(file)).includes(secret));
      const atEnd = crowd.entered() + 5;
      await until(() => crowd.entered() > atEnd);
      await crowd.stop();
      const later = await acts.makeCode();

      const running = await foyerAs({ env: { PORT: port } }, 'restore', file);
      assert.match(running.stderr, /^foyer: A server answers at .*: stop all servers first\.\n$/);
      const elsewhere = await foyer('restore', file);
      assert.match(elsewhere.stderr, /^foyer: .* stop all .* first\.\n$/);
      await server.stop();

      const before = await stateOf(databaseUrl, code);
      const dry = await foyer('restore', file, '--dry-run', '--json');
      const plan = JSON.parse(dry.stdout);
      assert.deepEqual(
        [plan.codes, plan.freedCodes, plan.lostCodes, plan.isRestored, plan.keptFile],
        [1, 1, 1, false, null],
      );
      assert.equal(await stateOf(databaseUrl, code), before, 'a dry run changes nothing');

      const restored = await foyer('restore', file);
      assert.equal(restored.exitCode, 0, restored.stderr);
      assert.match(restored.stdout, /free again: for 1 code\.\n.*are gone: 1\.\n/);
      const entered = await stateOf(databaseUrl, code);
      assert.ok(entered > 20 && entered < before, `${entered} of ${before}`);
      assert.equal(entered, plan.redemptions);
      const again = await acts.serve();
      await acts.enter(code.code);
      const refused = await visitor(`http://127.0.0.1:${port}`, newAddress()).enter(later.code);
      assert.equal(refused.status, 400);
      await again.stop();
      if (kind === 'sqlite') {
        const [, kept = ''] = /kept as (.*?):/.exec(restored.stdout) ?? [];
        assert.equal(await stateOf(`sqlite:${kept}`, code), before);
      }
    });

    test('restore refuses another secret, another file and a newer version, and changes nothing', async () => {
      const { foyer, file, folder, databaseUrl, dataDir, makeCode } = await start();
      await makeCode();
      await foyer('backup', file);
      assert.match((await foyer('backup', file)).stderr, /exists already\.\n$/);
      const refusal = async (name = file) => {
        const { exitCode, stderr } = await foyer('restore', name);
        assert.equal(exitCode, 1);
        return stderr;
      };
      const other = join(folder, 'other');
      await writeFile(other, 'a heron');
      assert.match(await refusal(other), /other is not a backup of Foyer\.\n$/);
      assert.match(await refusal(join(folder, 'none')), /none cannot be read: /);
      const bytes = await readFile(file);
      await writeFile(other, bytes.subarray(0, bytes.length / 2));
      assert.match(await refusal(other), /is not a backup of Foyer/);

      const secretFile = join(dataDir, 'secret');
      await cp(secretFile, `${secretFile}.kept`);
      await writeFile(secretFile, 'x'.repeat(40));
      assert.match(await refusal(), /does not belong to this backup: nothing in it could be opened\.\n$/);
      await rm(secretFile);
      assert.match(await refusal(), /The secret of the backup is needed: /);
      await cp(`${secretFile}.kept`, secretFile);

      const { db, close } = openDatabase(databaseUrl);
      const migrations = db.withTables<{ kysely_migration: { name: string; timestamp: string } }>();
      const tomorrow = { name: '9999-of-tomorrow', timestamp: '2099-01-01' };
      await migrations.insertInto('kysely_migration').values(tomorrow).execute();
      const newer = join(folder, 'newer');
      assert.equal((await foyer('backup', newer)).exitCode, 0);
      assert.match(await refusal(newer), /was made by a newer version of Foyer: update first\.\n$/);
      assert.equal((await migrations.selectFrom('kysely_migration').selectAll().execute()).length > 1, true);
      await close();
    });

    test('a database that is gone or damaged is restored', async () => {
      const { foyer, file, databaseUrl, enter, makeCode, serve } = await start();
      const code = await makeCode();
      await foyer('backup', file);
      if (kind === 'sqlite')
        await writeFile(databaseUrl.slice('sqlite:'.length), 'a heron stood here '.repeat(500));
      else {
        const { db, close } = openDatabase(databaseUrl);
        await db.schema.dropTable('setting').execute();
        // As in a new database: a backup contains tables, but no functions.
        await sql`drop function "keepAudit" cascade`.execute(db);
        await close();
      }
      const { stdout, stderr, exitCode } = await foyer('restore', file);
      assert.equal(exitCode, 0, stderr);
      assert.match(stdout, /The present database cannot be read/);
      const server = await serve();
      await enter(code.code);
      await server.stop();
      await foyer('codes', 'revoke', code.code);
      const { db, close } = openDatabase(databaseUrl);
      await assert.rejects(db.deleteFrom('audit').execute(), /the audit log only grows/);
      await close();
    });
  });
}

test('a database in use by a server on another port is not replaced', async () => {
  const { foyer, folder, dataDir, databaseUrl } = await operatorWith();
  const file = join(folder, 'foyer.backup');
  await foyer('backup', file);
  const { db, close } = openDatabase(databaseUrl);
  await db.selectFrom('setting').selectAll().execute();
  const { exitCode, stderr } = await foyer('restore', file);
  assert.deepEqual([exitCode, /in use: stop all servers and commands first\.\n$/.test(stderr)], [1, true]);
  assert.equal(existsSync(join(dataDir, 'foyer.db.restoring')), false);
  await close();
});

test('a missing program of PostgreSQL is named, with its package', async () => {
  const { foyerAs, folder } = await operatorWith({
    databaseUrl: 'postgres://127.0.0.1:1/x',
    isMigrated: false,
  });
  const file = join(folder, 'pg.backup');
  await writeFile(file, 'PGDMP and more');
  const main = join(import.meta.dirname, '../main.ts');
  const noPrograms = { env: { PATH: folder }, program: process.execPath };
  const { exitCode, stderr } = await foyerAs(noPrograms, main, 'restore', file);
  assert.equal(exitCode, 1);
  assert.match(stderr, /The program pg_restore is missing: .*postgresql-client/);
});
