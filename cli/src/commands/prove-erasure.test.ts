import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '@foyer/database';
import { unwrap, wrap } from '@foyer/invitation-codes/data-keys';
import { readBrowserKey } from '@foyer/invitation-codes/key-cookie-value';
import { deriveKeys } from '@foyer/invitation-codes/seal';
import type { Proof } from '@foyer/server/prove-erasure';
import { sql } from 'kysely';
import { operatorWith } from '../../../testing/cli/cli.ts';
import { type Meddling, startForwarder } from '../../../testing/cli/forwarder.ts';
import { freePort, onEveryDatabase } from '../../../testing/database/database.ts';
import { startUpstream, upstreamKey } from '../../../testing/server/upstream.ts';

onEveryDatabase(({ kind, place }) => {
  /** An installation with a code. */
  async function installation(t: TestContext) {
    const operator = await operatorWith({ databaseUrl: (await place()).url });
    await operator.foyer('codes', 'create', '--kind', 'login', '--code', 'SPRING-2027');
    const { db, close } = openDatabase(operator.databaseUrl);
    t.after(close);
    const at = (port: number) => ({ PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` });
    const free = await freePort();
    return {
      ...operator,
      db,
      /** Runs the proof against the server at a port, or without one. */
      prove: async (port = free, env: Record<string, string> = {}) => {
        const outcome = await operator.foyerAs(
          { env: { ...at(free), ...env, PORT: String(port) } },
          'prove-erasure',
          '--json',
        );
        const proof: Proof | null = outcome.stdout === '' ? null : JSON.parse(outcome.stdout);
        const wrong = proof?.claims
          .filter(({ holds }) => holds !== true)
          .map(({ name, holds }) => `${name}: ${holds}`);
        return { ...outcome, proof, wrong };
      },
      /** Starts a server, and waits until it listens. */
      serve: async (env: Record<string, string> = {}) => {
        const server = operator.start(['serve'], { ...at(free), DRAIN_TIME: '0s', ...env });
        t.after(() => server.kill());
        assert.ok(server.stdout);
        await once(server.stdout, 'data');
        return `http://127.0.0.1:${free}`;
      },
      /** The number of guests, and the state of the proofs' codes. */
      left: async () => ({
        guests: (await db.selectFrom('user').select('id').execute()).length,
        codes: (
          await db.selectFrom('invitationCode').selectAll().where('label', '=', 'proof of erasure').execute()
        ).map(({ remaining, revokedAt }) => ({ remaining, isRevoked: revokedAt !== null })),
      }),
    };
  }

  /** The same with a server that does something wrong. */
  async function proveBefore(
    t: TestContext,
    meddle: (its: Awaited<ReturnType<typeof installation>>) => { instead?: Meddling; after?: Meddling },
  ) {
    const its = await installation(t);
    const forwarder = await startForwarder(await its.serve(), meddle(its));
    t.after(forwarder.close);
    return { ...its, ...(await its.prove(forwarder.port)) };
  }
  const isMessage = ({ path, method }: { path: string; method: string }) =>
    method === 'POST' && path.endsWith('/messages');

  test('with a running server everything is as promised, and only the redemption and the code are left', async (t) => {
    const { serve, prove, left, db } = await installation(t);
    const address = await serve();
    const { exitCode, proof, wrong, stderr } = await prove();
    assert.deepEqual([exitCode, stderr, wrong], [0, '', []]);
    assert.deepEqual(proof?.server, { address, isOwn: false });
    assert.equal(proof?.model, null);
    const tables = proof?.gone.map(({ table, before, after }) => [table, before, after]);
    assert.deepEqual(tables, [
      ['chat', 1, 0],
      ['entryAttempt', 1, 0],
      ['message', 2, 0],
      ['messageWindow', 1, 0],
      ['session', 1, 0],
      ['user', 1, 0],
    ]);
    assert.deepEqual(
      proof?.stays.map(({ table }) => table),
      ['redemption', 'invitationCode'],
    );
    const redemption = await db.selectFrom('redemption').selectAll().executeTakeFirstOrThrow();
    assert.deepEqual(proof?.stays[0]?.row, { ...redemption });
    assert.deepEqual(await left(), { guests: 0, codes: [{ remaining: 0, isRevoked: true }] });
  });

  test('without a server it starts one at the public address, and prints a report in words', async (t) => {
    const its = await installation(t);
    const env = { PORT: String(await freePort()), PUBLIC_URL: 'https://chat.example.invalid' };
    const { exitCode, stdout, stderr } = await its.foyerAs({ env }, 'prove-erasure');
    assert.deepEqual([exitCode, stderr], [0, '']);
    const name = kind === 'sqlite' ? 'SQLite' : 'PostgreSQL';
    assert.match(
      stdout,
      new RegExp(`^Proof of erasure, .*, with a server that was started for this proof, on ${name}\\.`),
    );
    assert.match(stdout, /The demo assistant of this server answered/);
    assert.equal(stdout.match(/^yes {2}/gm)?.length, 9);
    assert.match(stdout, /^ {2}user +1 +0$/m);
    assert.match(stdout, /^ {2}redemption: \{.*"entry":"guest"/m);
    assert.match(stdout, /\nEverything is as promised\.\n$/);
    assert.deepEqual(await its.left(), { guests: 0, codes: [{ remaining: 0, isRevoked: true }] });
  });

  test('the report names the model that got the mark', async (t) => {
    const upstream = await startUpstream();
    t.after(upstream.close);
    const { foyerAs } = await installation(t);
    const env = {
      PORT: String(await freePort()),
      MODEL_URL: upstream.url,
      MODEL_NAME: 'ok',
      MODEL_API_KEY: upstreamKey,
    };
    const { stdout, exitCode } = await foyerAs(
      { env: { ...env, PUBLIC_URL: 'http://127.0.0.1:1' } },
      'prove-erasure',
    );
    assert.equal(exitCode, 0);
    assert.ok(stdout.includes(`The message was sent to the model at ${new URL(upstream.url).host}`));
  });

  test('a copy of the message in any table or file is found, as text and as bytes', async (t) => {
    const { wrong, exitCode, stderr, left, proof } = await proveBefore(t, ({ db }) => ({
      after: async (request) => {
        if (!isMessage(request)) return undefined;
        const type = sql.raw(kind === 'sqlite' ? 'blob' : 'bytea');
        await sql`create table "planted" ("letters" text, "bytes" ${type})`.execute(db);
        const { text } = JSON.parse(request.body);
        await sql`insert into "planted" values (${text}, null), (null, ${Buffer.from(text)})`.execute(db);
        return undefined;
      },
    }));
    assert.deepEqual(
      [exitCode, wrong],
      [1, ['tablesBefore: false', 'filesBefore: false', 'tablesAfter: false', 'filesAfter: false']],
    );
    assert.equal(proof?.isProven, false);
    assert.match(
      proof?.claims.find(({ name }) => name === 'tablesAfter')?.found ?? '',
      /found in 2 of planted/,
    );
    assert.match(stderr, /^foyer: not as promised: tablesBefore, filesBefore, tablesAfter, filesAfter\n$/);
    assert.deepEqual(await left(), { guests: 0, codes: [{ remaining: 0, isRevoked: true }] });
  });

  test('a table that still names the person after the logout is found', async (t) => {
    const { wrong, proof } = await proveBefore(t, ({ db }) => ({
      after: async (request) => {
        if (!isMessage(request)) return undefined;
        await sql`create table "visits" as select "id" from "user"`.execute(db);
        return undefined;
      },
    }));
    assert.deepEqual(wrong, ['tablesAfter: false']);
    assert.deepEqual(
      proof?.gone.find(({ table }) => table === 'visits'),
      { table: 'visits', before: 1, after: 1 },
    );
  });

  test('a chat that the secret opens, and one that nothing opens, are found', async (t) => {
    const bySecret = await proveBefore(t, ({ db, dataDir }) => ({
      after: async ({ method, path, cookie }) => {
        if (method !== 'GET' || !path.startsWith('/api/chats/')) return undefined;
        const secret = (await readFile(join(dataDir, 'secret'), 'utf8')).trim();
        const { id, dataKeys } = await db
          .selectFrom('user')
          .select(['id', 'dataKeys'])
          .executeTakeFirstOrThrow();
        const browserKey = readBrowserKey(/foyer\.key=([^;]+)/.exec(cookie)?.[1]);
        const opener = { userId: id, secretKey: deriveKeys(secret).data, browserKey };
        const keys = unwrap(dataKeys ?? '', opener);
        assert.ok(keys);
        await db
          .updateTable('user')
          .set({ dataKeys: wrap(keys, 'secret', opener) })
          .execute();
        return undefined;
      },
    }));
    assert.deepEqual(bySecret.wrong, ['withoutCookie: false']);
    const byNothing = await proveBefore(t, ({ db }) => ({
      after: async ({ method, path }) => {
        if (method !== 'GET' || !path.startsWith('/api/chats/')) return undefined;
        const { dataKeys } = await db.selectFrom('user').select('dataKeys').executeTakeFirstOrThrow();
        await db
          .updateTable('user')
          .set({
            dataKeys: (dataKeys ?? '').replace(/"id":"(.)/, (_, c) => `"id":"${c === 'a' ? 'b' : 'a'}`),
          })
          .execute();
        return undefined;
      },
    }));
    assert.deepEqual(byNothing.wrong, ['withCookie: false']);
  });

  test('a logout that does nothing is found', async (t) => {
    const { wrong, exitCode, left } = await proveBefore(t, () => ({
      instead: async ({ path }) => (path === '/api/auth/sign-out' ? { status: 200, body: '{}' } : undefined),
    }));
    assert.deepEqual([exitCode, wrong], [1, ['loggedOut: false', 'tablesAfter: false']]);
    assert.deepEqual((await left()).codes, [{ remaining: 0, isRevoked: true }]);
  });

  test('after an error or an interruption the guest is gone and the code is revoked', async (t) => {
    const refused = await proveBefore(t, () => ({
      instead: async (request) => (isMessage(request) ? { status: 503, body: 'no' } : undefined),
    }));
    assert.deepEqual(
      [refused.exitCode, refused.stderr],
      [1, 'foyer: The server does not take a message: 503 no.\n'],
    );
    assert.deepEqual(await refused.left(), { guests: 0, codes: [{ remaining: 0, isRevoked: true }] });

    const upstream = await startUpstream();
    t.after(upstream.close);
    const { start, db, left } = await installation(t);
    const model = { MODEL_URL: upstream.url, MODEL_NAME: 'endless', MODEL_API_KEY: upstreamKey };
    const proof = start(['prove-erasure'], {
      PORT: String(await freePort()),
      PUBLIC_URL: 'http://127.0.0.1:1',
      ...model,
    });
    const ended = once(proof, 'exit');
    while ((await db.selectFrom('reply').selectAll().execute()).length === 0) await wait(5);
    proof.kill('SIGINT');
    assert.deepEqual(await ended, [1, null]);
    assert.deepEqual(await left(), { guests: 0, codes: [{ remaining: 0, isRevoked: true }] });
  });

  if (kind === 'postgres')
    test('unreadable files are reported, and everything else is proven', async (t) => {
      const { db, foyerAs, databaseUrl } = await installation(t);
      const name = `plain_${randomBytes(4).toString('hex')}`;
      const role = sql.id(name);
      await sql`create role ${role} login password 'plain'`.execute(db);
      await sql`grant all on all tables in schema public to ${role}`.execute(db);
      const url = new URL(databaseUrl);
      [url.username, url.password] = [name, 'plain'];
      const env = {
        DATABASE_URL: url.href,
        PORT: String(await freePort()),
        PUBLIC_URL: 'http://127.0.0.1:1',
      };
      const { exitCode, stdout } = await foyerAs({ env }, 'prove-erasure');
      await sql`drop owned by ${role}`.execute(db);
      await sql`drop role ${role}`.execute(db);
      assert.equal(exitCode, 0, stdout);
      assert.equal(stdout.match(/^not checked {2}/gm)?.length, 2);
      assert.match(stdout, /The files could not be read here: permission denied/);
      assert.match(
        stdout,
        /Everything that could be checked is as promised\. 2 claims could not be checked\.\n$/,
      );
    });

  test('a server of another installation is reported, and a new installation stays unchanged', async (t) => {
    const [one, other] = [await installation(t), await installation(t)];
    const address = await one.serve();
    const { exitCode, stderr } = await other.prove(Number(new URL(address).port), { PUBLIC_URL: address });
    assert.equal(exitCode, 1);
    assert.match(stderr, /does not know the code that was just made: it works on another database/);
    assert.deepEqual(await other.left(), { guests: 0, codes: [{ remaining: 1, isRevoked: true }] });
    await other.db.deleteFrom('invitationCode').execute();
    assert.match((await other.prove()).stderr, /has no codes yet: start Foyer once before/);
    assert.deepEqual(await other.left(), { guests: 0, codes: [] });
  });
});
