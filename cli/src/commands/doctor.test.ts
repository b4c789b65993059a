import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { type Database, openDatabase } from '@foyer/database';
import type { Finding } from '@foyer/server/doctor';
import { sql } from 'kysely';
import { operatorWith } from '../../../testing/cli/cli.ts';
import {
  mailLogin,
  startIssuer,
  startMailServer,
  startSilence,
  startWebServer,
} from '../../../testing/cli/peers.ts';
import { freePort, migrateUpTo, onEveryDatabase } from '../../../testing/database/database.ts';
import { says, startScriptedModel } from '../../../testing/server/scripted-model.ts';
import { startUpstream, upstreamKey } from '../../../testing/server/upstream.ts';

type Operator = Awaited<ReturnType<typeof operatorWith>>;

/** The findings of `doctor --json`. */
async function examine({ foyerAs }: Operator, env: Record<string, string> = {}) {
  const { exitCode, stdout, stderr } = await foyerAs({ env }, 'doctor', '--json');
  const findings: Finding[] = JSON.parse(stdout);
  const of = (check: string) => {
    const found = findings.find((finding) => finding.check === check);
    assert.ok(found, `${check} was checked`);
    return found;
  };
  return { exitCode, findings, of, printed: stdout + stderr };
}

/** Status by check. */
const statuses = (findings: Finding[]) =>
  Object.fromEntries(findings.map(({ check, status }) => [check, status]));

async function inDatabase(url: string, work: (db: Database['db']) => Promise<unknown>) {
  const { db, close } = openDatabase(url);
  await work(db);
  await close();
}

onEveryDatabase(({ kind, place }) => {
  test('a healthy installation passes every check', async () => {
    const operator = await operatorWith({ databaseUrl: (await place()).url });
    const create = ['codes', 'create', '--uses', '5', '--valid-until', '2040-01-01'];
    await operator.foyer(...create, '--kind', 'login', '--code', 'SPRING-2027');
    await operator.foyer(...create, '--kind', 'registration', '--code', 'STUDY-2027');
    const codes = { DEFAULT_LOGIN_CODE: 'spring-2027', DEFAULT_REGISTRATION_CODE: 'study-2027' };
    const { exitCode, findings, of, printed } = await examine(operator, codes);
    assert.deepEqual(statuses(findings), {
      settings: 'ok',
      brand: 'off',
      database: 'ok',
      migrations: 'ok',
      secret: 'ok',
      'sealed chats': 'ok',
      'default login code': 'ok',
      'default registration code': 'ok',
      mail: 'off',
      model: 'off',
    });
    assert.deepEqual(of('default login code'), {
      check: 'default login code',
      status: 'ok',
      message: 'It has 5 of 5 uses left, until 2040-01-01T23:59Z.',
      remaining: 5,
      allowed: 5,
    });
    assert.match(of('model').message, /demo assistant/);
    const { message } = of('secret');
    assert.ok(
      message.includes(join(operator.dataDir, 'secret')) && /apart from the backups/.test(message),
      message,
    );
    assert.equal(exitCode, 0);
    assert.doesNotMatch(printed, /spring-2027|study-2027/i);
  });

  test('missing or old tables are reported, with the command to run', async () => {
    const { url } = await place();
    const empty = openDatabase(url);
    await empty.db.introspection.getTables();
    const operator = await operatorWith({ databaseUrl: url, isMigrated: false });
    const before = await examine(operator);
    assert.equal(before.exitCode, 1);
    assert.equal(before.of('migrations').message, 'There are no tables yet.');
    assert.match(before.of('migrations').todo ?? '', /`\.\/foyer migrate`/);
    assert.equal(before.of('secret').status, 'off');
    assert.deepEqual(await empty.db.introspection.getTables(), []);
    await empty.close();
    assert.deepEqual(await readdir(operator.folder), []);

    await operator.foyer('migrate');
    await inDatabase(url, (db) => sql`delete from kysely_migration where name > '0002'`.execute(db));
    const older = await examine(operator, { DEFAULT_LOGIN_CODE: 'SPRING-2027' });
    assert.equal(older.of('migrations').message, 'The tables are of an older version.');
    assert.equal(older.of('secret').status, 'ok');
    assert.match(older.of('default login code').message, /^Not checked/);
  });

  test('a default code that does not work is reported, with the reason', async () => {
    const operator = await operatorWith({ databaseUrl: (await place()).url });
    const terms = { invitation_type: 'LOGIN', allowed_usage: 50, valid_from: '2020-01-01' };
    const codes = {
      REVOKED: {},
      SPENT: { remaining_usage: 0 },
      ENDED: { valid_until: '2020-01-02' },
      LATER: { valid_from: '2040-01-01', valid_until: '2041-01-01' },
      FEW: { remaining_usage: 5 },
    };
    const file = Object.entries(codes).map(([invitation_code, changes]) => ({
      invitation_code,
      ...terms,
      valid_until: '2050-01-01',
      ...changes,
    }));
    await operator.write('codes.json', file);
    await operator.foyer('codes', 'import', '--input-file', 'codes.json', '--hot-run');
    await operator.foyer('codes', 'revoke', 'REVOKED');
    const rows = [
      ['REVOKED', 'failed', /was revoked/],
      ['SPENT', 'failed', /all its uses are spent/],
      ['ENDED', 'failed', /expired on 2020-01-02T23:59Z/],
      ['LATER', 'warning', /does not work before 2040-01-01T00:00Z/],
      ['FEW', 'warning', /5 of 50 uses left/],
      ['NONE', 'failed', /no such code/],
    ] as const;
    for (const [code, status, message] of rows) {
      const { of, exitCode, printed } = await examine(operator, { DEFAULT_LOGIN_CODE: code });
      assert.equal(of('default login code').status, status, code);
      assert.match(of('default login code').message, message);
      assert.ok(of('default login code').todo);
      assert.equal(exitCode, status === 'failed' ? 1 : 0);
      assert.doesNotMatch(printed, new RegExp(`\\b${code}\\b`));
    }
    const wrong = await examine(operator, { DEFAULT_REGISTRATION_CODE: 'FEW' });
    assert.equal(wrong.of('default registration code').message, 'It is a login code.');
    assert.equal(wrong.exitCode, 1);
  });

  test('the model calls of today are reported, with a warning from four fifths on', async () => {
    const { url } = await place();
    const operator = await operatorWith({ databaseUrl: url });
    const perDay = { MODEL_CALLS_PER_DAY: '10' };
    // The day can end during the test.
    const days = [0, 1].map((later) => new Date(Date.now() + later * 86_400_000).toISOString().slice(0, 10));
    const rows = [
      [0, 'ok', /^0 of 10 model calls of today \(UTC\) are spent\.$/],
      [7, 'ok', /^7 of 10/],
      [8, 'warning', /^8 of 10 .* \d+ hours? before the day ends\.$/],
      [10, 'warning', /^10 of 10 .*: nobody gets a reply\.$/],
    ] as const;
    for (const [count, status, message] of rows) {
      await inDatabase(url, async (db) => {
        await db.deleteFrom('modelCalls').execute();
        for (const day of days) await db.insertInto('modelCalls').values({ day, count }).execute();
      });
      const { of, exitCode } = await examine(operator, perDay);
      assert.equal(of('model calls').status, status);
      assert.match(of('model calls').message, message);
      assert.equal(of('model calls').todo !== undefined, status === 'warning');
      assert.equal(exitCode, 0);
    }
  });

  test('unsealed chats, and a file that must be rewritten, are reported', async () => {
    const { url } = await place();
    const database = openDatabase(url);
    await migrateUpTo(database, '0009-bounds');
    const { db } = database;
    const at = new Date(0);
    const user = { id: 'ada', name: '', email: 'ada@example.org', emailVerified: false, isGuest: false };
    await db
      .insertInto('user')
      .values({ ...user, createdAt: at, updatedAt: at })
      .execute();
    for (const id of ['one', 'two'])
      await sql`insert into "chat" values (${id}, 'ada', 'A title', 0, 0)`.execute(db);
    await database.close();
    const operator = await operatorWith({ databaseUrl: url, isMigrated: false });
    assert.equal((await examine(operator)).of('sealed chats').status, 'off');
    await operator.foyer('migrate');
    const before = await examine(operator);
    assert.deepEqual([before.of('sealed chats').status, before.exitCode], ['warning', 0]);
    assert.match(before.of('sealed chats').message, /^2 chats of an older version are not sealed yet/);

    const sealed = await operatorWith({ databaseUrl: (await place()).url });
    const owe = { key: 'rewriteOwed', value: '' } as const;
    await inDatabase(sealed.databaseUrl, (db) => db.insertInto('setting').values(owe).execute());
    const { status, message } = (await examine(sealed)).of('database file');
    assert.equal(status, 'ok');
    assert.match(message, /^It is rewritten at the next start, or at night/);
  });

  test('an interrupted rotation of the secret is reported', async () => {
    const operator = await operatorWith({ databaseUrl: (await place()).url });
    const begun = { key: 'nextSecretFingerprint', value: 'of another secret' } as const;
    await inDatabase(operator.databaseUrl, (db) => db.insertInto('setting').values(begun).execute());
    const { of, exitCode } = await examine(operator, { DEFAULT_LOGIN_CODE: 'A' });
    assert.equal(exitCode, 1);
    assert.match(of('secret').todo ?? '', /`\.\/foyer secret rotate` again/);
    assert.match(of('default login code').message, /needs the right secret/);
  });

  test('the first login code is the default one while none is set', async () => {
    const operator = await operatorWith({ databaseUrl: (await place()).url });
    await operator.foyer('codes', 'create', '--kind', 'login', '--uses', '100', '--label', 'starter');
    await inDatabase(operator.databaseUrl, async (db) => {
      const { digest } = await db.selectFrom('invitationCode').select('digest').executeTakeFirstOrThrow();
      await db.insertInto('setting').values({ key: 'starterLoginCode', value: digest }).execute();
    });
    const { of } = await examine(operator);
    assert.match(of('default login code').message, /^The starter code has 100 of 100 uses left/);
  });

  test('a check changes no byte, even while the database is open elsewhere', async () => {
    const operator = await operatorWith({ databaseUrl: (await place()).url });
    if (kind === 'postgres') return assert.deepEqual(await readdir(operator.dataDir), ['secret']);
    const folder = join(operator.databaseUrl.slice('sqlite:'.length), '..');
    // The third file of an open database has no data, only the marks of its readers and writers.
    const digestOf = async (name: string) =>
      name.endsWith('-shm') ? name : hash('sha256', await readFile(join(folder, name)));
    const bytes = async () => Promise.all((await readdir(folder)).sort().map(digestOf));
    const closed = await bytes();
    assert.equal((await examine(operator)).exitCode, 0);
    assert.deepEqual(await bytes(), closed);

    const { db, close } = openDatabase(operator.databaseUrl);
    await db.insertInto('tryLimit').values({ key: 'one', level: 1, at: 1 }).execute();
    const open = await bytes();
    assert.ok(open.length > closed.length);
    assert.equal((await examine(operator)).exitCode, 0);
    assert.deepEqual(await bytes(), open);
    await close();
  });
});

test('in a new folder the doctor says what to run, and leaves the folder empty', async () => {
  const { foyer, folder } = await operatorWith({ isMigrated: false });
  const { exitCode, stdout, stderr } = await foyer('doctor');
  assert.equal(exitCode, 1);
  assert.match(stdout, /^database +failed +There is none yet at .*foyer\.db\.\n +→ Run `\.\/foyer migrate`/m);
  assert.match(stdout, /^secret +off +There is none yet\.$/m);
  assert.match(stdout, /^default login code +off +Not checked/m);
  assert.equal(stderr, 'foyer: one check failed\n');
  assert.deepEqual(await readdir(folder), []);
});

test('all wrong settings are reported, and nothing else is checked', async () => {
  const operator = await operatorWith({ isMigrated: false });
  const env = {
    PORT: 'eighty',
    SECRET: 'too-short-a-secret',
    GOOGLE_CLIENT_ID: 'id',
    SMTP_URL: 'smtp://127.0.0.1',
  };
  const { exitCode, findings, printed } = await examine(operator, env);
  const named = findings.map(({ check, status, message }) => [check, status, message.split(':')[0]]);
  assert.deepEqual(named.sort(), [
    ['settings', 'failed', 'GOOGLE_CLIENT_SECRET'],
    ['settings', 'failed', 'MAIL_FROM'],
    ['settings', 'failed', 'PORT'],
    ['settings', 'failed', 'SECRET'],
  ]);
  assert.equal(exitCode, 1);
  assert.doesNotMatch(printed, /too-short-a-secret/);
});

test('a warning says when others can read the traffic to Foyer', async () => {
  const { of, exitCode } = await examine(await operatorWith(), { PUBLIC_URL: 'http://chat.example.org' });
  assert.deepEqual([of('settings').status, exitCode], ['warning', 0]);
  assert.match(of('settings').todo ?? '', /TLS/);
});

test('a warning says when others reach the server but its pages would be refused', async () => {
  const operator = await operatorWith();
  const { of, exitCode } = await examine(operator, { HOST: '0.0.0.0', PUBLIC_URL: '' });
  assert.deepEqual([of('settings').status, exitCode], ['warning', 0]);
  assert.match(of('settings').todo ?? '', /PUBLIC_URL/);
  const named = await examine(operator, { HOST: '0.0.0.0', PUBLIC_URL: 'https://chat.example.org' });
  assert.equal(named.of('settings').status, 'ok');
});

test('a heavy logo, and a public site without a page about personal data, are named', async () => {
  const operator = await operatorWith();
  const logo = join(operator.dataDir, 'logo.jpg');
  await writeFile(logo, Buffer.concat([Buffer.from('ffd8ff', 'hex'), Buffer.alloc(150_000)]));
  const heavy = await examine(operator, { BRAND_LOGO_FILE: logo });
  assert.equal(heavy.of('brand').status, 'warning');
  assert.match(heavy.of('brand').message, /has 151 kB/);
  const open = { PUBLIC_URL: 'https://chat.example.org' };
  assert.match((await examine(operator, open)).of('brand').todo ?? '', /PRIVACY_URL/);
  const told = await examine(operator, { ...open, PRIVACY_URL: 'https://example.org/privacy' });
  assert.ok(!told.findings.some(({ check }) => check === 'brand'));
});

test('default codes that other settings disable are off', async () => {
  const operator = await operatorWith();
  const codes = { DEFAULT_LOGIN_CODE: 'A', DEFAULT_REGISTRATION_CODE: 'B' };
  const closed = await examine(operator, { ...codes, LOGIN_CODES: 'disabled', REGISTRATION: 'disabled' });
  assert.match(closed.of('default login code').message, /not used.*LOGIN_CODES=disabled/);
  assert.match(closed.of('default registration code').message, /not used.*REGISTRATION=disabled/);
  const free = { ...codes, REGISTRATION_CODES: 'not-required' };
  assert.equal((await examine(operator, free)).of('default registration code').status, 'off');
  const conversion = await examine(operator, { ...free, GUEST_CONVERSION: 'code' });
  assert.equal(conversion.of('default registration code').status, 'failed');
});

test('a missing, wrong, broken or readable secret is reported', async () => {
  const operator = await operatorWith();
  const file = join(operator.dataDir, 'secret');
  const other = await examine(operator, {
    SECRET: 'another secret of 32 characters.',
    DEFAULT_LOGIN_CODE: 'A',
  });
  assert.match(other.of('secret').message, /not the one/);
  assert.match(other.of('default login code').message, /needs the right secret/);
  assert.doesNotMatch(other.printed, /another secret of/);
  await chmod(file, 0o644);
  assert.deepEqual((await examine(operator)).of('secret').todo, `Run \`chmod 600 ${file}\`.`);
  await writeFile(file, 'half');
  assert.match((await examine(operator)).of('secret').message, /incomplete/);
  await rm(file);
  const missing = await examine(operator);
  assert.match(missing.of('secret').message, /is missing/);
  assert.deepEqual([missing.of('database').status, missing.exitCode], ['ok', 1]);
  assert.deepEqual(
    (await readdir(operator.dataDir)).filter((name) => name === 'secret'),
    [],
  );
});

test('an unreachable or invalid database does not stop the other checks', async (t) => {
  const { port } = await startMailServer(t);
  const env = { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'foyer@example.org' };
  const databaseUrl = `postgres://foyer:the-password@127.0.0.1:${await freePort()}/foyer`;
  const gone = await examine(await operatorWith({ databaseUrl, isMigrated: false }), env);
  assert.match(gone.of('database').message, /ECONNREFUSED/);
  assert.deepEqual([gone.of('mail').status, gone.of('migrations').status], ['ok', 'off']);
  assert.doesNotMatch(gone.printed, /the-password/);

  const nameless = new URL(process.env.TEST_DATABASE_URL ?? '');
  nameless.pathname = '/no-such-database';
  const none = await examine(await operatorWith({ databaseUrl: nameless.href, isMigrated: false }), env);
  assert.equal(none.of('database').message, 'It cannot be opened: there is no database of that name.');

  const operator = await operatorWith({ isMigrated: false });
  await mkdir(operator.dataDir);
  await writeFile(join(operator.dataDir, 'foyer.db'), 'this is a letter and no database '.repeat(99));
  const broken = await examine(operator, env);
  assert.match(broken.of('database').message, /file is not a database/);
  assert.deepEqual([broken.of('mail').status, broken.of('migrations').status], ['ok', 'off']);
});

test('the mail server is greeted, with the password', async (t) => {
  const operator = await operatorWith();
  const mails: string[] = [];
  const onMailFrom = ({ address }: { address: string }, _session: unknown, done: () => void) => {
    mails.push(address);
    done();
  };
  const { port } = await startMailServer(t, { onMailFrom });
  const refusing = await startMailServer(t, {
    onConnect: (_session, done) => done(new Error('not from there')),
  });
  const withStrangeKey = await startMailServer(t, { disabledCommands: [] });
  const mailBy = async (login: string, at: number, settings = {}) => {
    const sender = { MAIL_FROM: 'Foyer <foyer@example.org>' };
    const env = { SMTP_URL: `smtp://${login}127.0.0.1:${at}`, ...sender, ...settings };
    const { of, exitCode, printed } = await examine(operator, env);
    assert.doesNotMatch(printed, new RegExp(`${mailLogin.password}|a-wrong-one|not from there`));
    return { ...of('mail'), exitCode };
  };
  const right = await mailBy(`${mailLogin.user}:${mailLogin.password}@`, port);
  assert.deepEqual([right.status, right.exitCode], ['ok', 0]);
  assert.match(
    right.message,
    /^127\.0\.0\.1:\d+ answers and accepts the user and the password; no email was sent/,
  );
  assert.equal((await mailBy('', port)).status, 'ok');
  assert.deepEqual(mails, []);

  const wrong = await mailBy(`${mailLogin.user}:a-wrong-one@`, port);
  assert.deepEqual([wrong.status, wrong.exitCode], ['failed', 1]);
  assert.match(wrong.message, /does not accept the user and the password/);
  const untrusted = await mailBy('', withStrangeKey.port, { SMTP_TLS: 'required' });
  assert.match(untrusted.message, /has a certificate that cannot be trusted/);
  for (const at of [refusing.port, await freePort()]) {
    const { status, message, todo } = await mailBy('', at);
    assert.equal(status, 'failed');
    assert.match(message, /could not be reached: \w+\.$/);
    assert.match(todo ?? '', /SMTP_URL/);
  }
});

test('each provider is asked for its discovery document, and its callback address is printed', async (t) => {
  const operator = await operatorWith();
  const clientSecret = 'the-secret-of-the-client';
  const redirectUri = 'https://chat.example.org/api/auth/callback/oidc-1';
  const { issuer } = await startIssuer(t, { clientSecret, redirectUri });
  const { port } = await startWebServer(t, (request, response) => {
    if (request.url?.startsWith('/missing/')) response.writeHead(404).end('key-that-is-echoed');
    else if (request.url?.startsWith('/page/')) response.end('<h1>key-that-is-echoed</h1>');
    else if (request.url?.startsWith('/half/')) response.end(JSON.stringify({ issuer: `${here}/half` }));
    else
      fetch(`${issuer}/.well-known/openid-configuration`)
        .then((document) => document.text())
        .then((text) => response.end(text));
  });
  const here = `http://127.0.0.1:${port}`;
  const dead = `http://127.0.0.1:${await freePort()}`;
  const issuers = [issuer, `${here}/other`, `${here}/missing`, `${here}/page`, `${here}/half`, dead];
  const settings = issuers.map((address, index) => [
    [`OIDC_${index + 1}_NAME`, `Issuer ${index + 1}`],
    [`OIDC_${index + 1}_ISSUER`, `${address}/`],
    [`OIDC_${index + 1}_CLIENT_ID`, 'foyer'],
    [`OIDC_${index + 1}_CLIENT_SECRET`, clientSecret],
  ]);
  const github = { GITHUB_CLIENT_ID: 'foyer', GITHUB_CLIENT_SECRET: clientSecret };
  const env = { ...Object.fromEntries(settings.flat()), ...github };
  const { of, exitCode, printed } = await examine(operator, env);
  assert.deepEqual(of('provider oidc-1'), {
    check: 'provider oidc-1',
    status: 'ok',
    message: 'Issuer 1 answers as the right issuer and accepts the client.',
    callback: redirectUri,
  });
  const problems = [
    /another issuer/,
    /answers 404/,
    /not JSON/,
    /incomplete discovery document/,
    /ECONNREFUSED/,
  ];
  for (const [index, problem] of problems.entries()) {
    const { status, message, todo } = of(`provider oidc-${index + 2}`);
    assert.equal(status, 'failed');
    assert.match(message, problem);
    assert.match(todo ?? '', new RegExp(`OIDC_${index + 2}_ISSUER`));
  }
  assert.match(of('provider github').message, /was not asked/);
  assert.equal(of('provider github').callback, 'https://chat.example.org/api/auth/callback/github');
  assert.equal(exitCode, 1);
  assert.doesNotMatch(printed, /the-secret-of-the-client|key-that-is-echoed/);
  const { stdout } = await operator.foyerAs({ env: github }, 'doctor');
  assert.match(stdout, /^ +Callback address: https:\/\/chat\.example\.org\/api\/auth\/callback\/github$/m);
});

test('the model is asked a short question', async (t) => {
  const operator = await operatorWith();
  const upstream = await startUpstream();
  t.after(upstream.close);
  const modelAs = async (name: string, url = upstream.url) => {
    const env = { MODEL_URL: url, MODEL_NAME: name, MODEL_API_KEY: upstreamKey };
    const { of, exitCode, printed } = await examine(operator, env);
    assert.ok(!printed.includes(upstreamKey));
    assert.equal(exitCode, of('model').status === 'failed' ? 1 : 0);
    return of('model');
  };
  const rows = [
    ['ok', 'ok', /^ok at 127\.0\.0\.1:\d+ answers\.$/],
    ['reasoning', 'ok', /answers\.$/],
    ['e401', 'failed', /does not accept the key/],
    ['moved', 'failed', /another address \(308\)/],
    ['e429', 'failed', /429/],
    ['html', 'failed', /502/],
    ['empty', 'failed', /gives an empty answer/],
    ['error', 'failed', /no complete answer/],
    ['reset', 'failed', /no complete answer/],
    ['endless', 'warning', /did not finish within 8 seconds/],
  ] as const;
  const checked = await Promise.all(rows.map(([name]) => modelAs(name)));
  for (const [index, [name, status, message]] of rows.entries()) {
    assert.equal(checked[index]?.status, status, `${name}: ${checked[index]?.message}`);
    assert.match(checked[index]?.message ?? '', message);
  }
  assert.match((await modelAs('ok', `http://127.0.0.1:${await freePort()}/v1`)).message, /ECONNREFUSED/);
  assert.ok(upstream.asked.every(({ messages }) => messages.length === 1));
});

test('a model that loads for longer than the other checks take is waited for, and its load is not cancelled', {
  timeout: 60_000,
}, async (t) => {
  const operator = await operatorWith();
  const server = await startScriptedModel(async (response) => {
    await wait(9000);
    says(response, ['ready']);
  });
  t.after(server.close);
  const { of, exitCode, printed } = await examine(operator, { MODEL_URL: server.url, MODEL_NAME: 'large' });
  assert.equal(of('model').status, 'ok');
  assert.equal(exitCode, 0);
  assert.match(printed, /the model is silent, it may be loading: waiting up to 300 seconds/);
  assert.deepEqual([server.state.asked.length, server.state.abandoned], [1, 0]);
});

test('silent servers time out together, and do not delay the exit', {
  timeout: 60_000,
}, async (t) => {
  const { port } = await startSilence(t);
  const databaseUrl = `postgres://foyer@127.0.0.1:${port}/foyer`;
  const operator = await operatorWith({ databaseUrl, isMigrated: false });
  const mail = { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'foyer@example.org' };
  const issuer = { OIDC_1_NAME: 'Silent', OIDC_1_ISSUER: `http://127.0.0.1:${port}` };
  const client = { OIDC_1_CLIENT_ID: 'foyer', OIDC_1_CLIENT_SECRET: 'x' };
  const model = {
    MODEL_URL: `http://127.0.0.1:${port}/v1`,
    MODEL_NAME: 'silent',
    MODEL_PATIENCE: '9s',
  };
  const { of, exitCode } = await examine(operator, { ...mail, ...issuer, ...client, ...model });
  for (const check of ['database', 'mail', 'provider oidc-1', 'model']) {
    assert.equal(of(check).status, 'failed');
    assert.match(of(check).message, /did not answer/);
  }
  assert.equal(exitCode, 1);
});

test('the doctor takes no arguments', async () => {
  const { foyer } = await operatorWith();
  const { exitCode, stdout, stderr } = await foyer('doctor', '--fix');
  assert.deepEqual([exitCode, stdout], [2, '']);
  assert.match(stderr, /Usage: \.\/foyer doctor \[--json\]/);
});
