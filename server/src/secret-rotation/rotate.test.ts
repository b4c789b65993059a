import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { type Database, openDatabase } from '@foyer/database';
import { createCodes, listCodes } from '@foyer/invitation-codes/codes';
import { type DataKeys, newDataKey, unwrap, wrap } from '@foyer/invitation-codes/data-keys';
import { type CodeKeys, deriveKeys, digestOf, formerDigestOf, seal } from '@foyer/invitation-codes/seal';
import { type RawBuilder, sql } from 'kysely';
import { until } from '../../../testing/chats/read-reply.ts';
import { freePort, onEveryDatabase } from '../../../testing/database/database.ts';
import { anyCode, newEmail, startApp, type Visitor } from '../../../testing/server/app.ts';
import { cleanUp } from '../cleanup/cleanup.ts';
import { type Config, readConfig } from '../config/read-config.ts';
import { InstallationError, openInstallation } from '../installation/installation.ts';
import { serve } from '../main.ts';
import { type RotateOptions, rotateSecret } from './rotate.ts';

const former = 'a secret of the tests, long enough';
const next = 'the secret that comes after the first';
const dayMs = 24 * 60 * 60 * 1000;

onEveryDatabase(({ kind, place }) => {
  const folders: string[] = [];
  after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

  async function configFor(url: string, secret?: string): Promise<Config> {
    const folder = await mkdtemp(join(tmpdir(), 'foyer-rotation-'));
    folders.push(folder);
    // Nothing listens on this port.
    return readConfig(
      { DATABASE_URL: url, DATA_DIR: folder, PORT: '1', ...(secret && { SECRET: secret }) },
      folder,
    );
  }

  const rotate = (config: Config, options: Partial<RotateOptions> = {}) =>
    rotateSecret(config, { newSecret: next, keepsSessions: false, settleMs: 0, ...options });

  test('a code that keeps the digest of its former form keeps that form', async () => {
    const { url } = await place();
    const before = await startApp(url);
    const keys = deriveKeys(former);
    const text = 'SPRING 2027';
    await before.makeCode({ code: text, allowed: 9 });
    const digest = formerDigestOf(keys, text);
    await before.db
      .updateTable('invitationCode')
      .set({ digest, sealed: seal(keys, text, digest) })
      .where('digest', '=', digestOf(keys, text))
      .execute();
    await before.stop();
    await rotate(await configFor(url, former));
    const app = await startApp(url, { SECRET: next });
    assert.equal((await app.visitor().enter(text)).status, 200);
    assert.equal((await app.visitor().enter('SPRING-2027')).status, 400);
  });

  test("codes, members' chats and the first code work with the new secret, and nothing opens with the former one", async () => {
    const { url } = await place();
    const before = await startApp(url, { NODE_ENV: 'development' });
    const code = await before.makeCode({ allowed: 5 });
    const [guest, member, email] = [before.visitor(), before.visitor(), newEmail()];
    await guest.enter(code);
    await chatAbout(guest, 'Of geese');
    await member.register(email, await before.makeCode({ kind: 'registration' }));
    const chat = await chatAbout(member, 'Of herons');
    const redeemed = await before.usesOf(code);
    await before.stop();

    const rotated = await rotate(await configFor(url, former));
    assert.deepEqual(rotated, { codes: 4, people: 1, ended: { sessions: 1, guests: 1 }, isRewritten: true });

    await assert.rejects(startApp(url), /The secret does not belong/);
    const app = await startApp(url, { SECRET: next, NODE_ENV: 'development' });
    assert.deepEqual(await app.usesOf(code), redeemed);
    assert.equal((await app.visitor().enter(code)).status, 200);
    assert.equal((await app.visitor().enterByDefault()).status, 200);
    for (const person of [guest, member]) assert.equal((await broughtTo(app, person).chats()).status, 401);
    const again = app.visitor();
    assert.equal((await again.login(email)).status, 200);
    assert.ok((await textsOf(again, chat)).includes('Of herons'));
    await chatAbout(again, 'Of owls');
    const chats = await app.db.selectFrom('chat').select('keyId').execute();
    assert.equal(
      new Set(chats.map(({ keyId }) => keyId)).size,
      2,
      'what is written now has a key of its own',
    );

    await assert.rejects(Array.fromAsync(listCodes(app.db, deriveKeys(former), {})), /cannot be opened/);
    for (const { id, dataKeys, isGuest } of await app.users()) {
      const opener = (secret: string) => ({
        userId: id,
        secretKey: deriveKeys(secret).data,
        browserKey: null,
      });
      if (!isGuest) assert.equal(unwrap(dataKeys ?? '', opener(former)), null);
    }
  });

  test('kept sessions continue, guests read their chats, and a cookie is re-signed when its session is prolonged', async () => {
    const { url } = await place();
    const before = await startApp(url);
    const [guest, member] = [before.visitor(), before.visitor()];
    await guest.enter(await before.makeCode());
    const chat = await chatAbout(guest, 'Of geese');
    await member.register(newEmail(), await before.makeCode({ kind: 'registration' }));
    await before.stop();
    const { ended } = await rotate(await configFor(url, former), { keepsSessions: true });
    assert.equal(ended, null);

    const app = await startApp(url, { SECRET: next });
    const [guestNow, memberNow] = [guest, member].map((person) => broughtTo(app, person));
    assert.ok(guestNow && memberNow);
    assert.ok((await textsOf(guestNow, chat)).includes('Of geese'));
    assert.equal((await memberNow.chats()).status, 200);
    const cookie = () => memberNow.cookies.get('foyer.session_token') ?? '';
    const ofBefore = cookie();
    // Better Auth's clock cannot be moved, so its session is made older.
    const updatedAt = new Date(Date.now() + 7 * dayMs - 2 * 60 * 60 * 1000);
    await app.db.updateTable('session').set({ expiresAt: updatedAt }).execute();
    assert.equal((await memberNow.chats()).status, 200);
    assert.notEqual(cookie(), ofBefore);
    assert.equal((await guestNow.chats()).status, 200);
    assert.equal((await guestNow.logOut()).status, 200);
    await app.stop();

    await forgetFormerSessions(url);
    const later = await startApp(url, { SECRET: next });
    const newer = broughtTo(later, memberNow);
    assert.equal((await newer.chats()).status, 200);
    newer.cookies.set('foyer.session_token', ofBefore);
    assert.equal((await newer.chats()).status, 401);
  });

  test('a user who was away during two rotations stays logged in', async () => {
    const { url } = await place();
    const before = await startApp(url);
    const member = before.visitor();
    await member.register(newEmail(), await before.makeCode({ kind: 'registration' }));
    await before.stop();
    await rotate(await configFor(url, former), { keepsSessions: true });
    const third = 'a third secret of the tests, long enough';
    await rotate(await configFor(url, next), { keepsSessions: true, newSecret: third });
    const app = await startApp(url, { SECRET: third });
    assert.equal((await broughtTo(app, member).chats()).status, 200);
  });

  test('old cookies are accepted no longer than a session lives, and forged ones never', async () => {
    const { url } = await place();
    const before = await startApp(url);
    const member = before.visitor();
    await member.register(newEmail(), await before.makeCode({ kind: 'registration' }));
    await before.stop();
    await rotate(await configFor(url, former), {
      keepsSessions: true,
      now: () => Date.now() - 7 * dayMs + 60_000,
    });
    const app = await startApp(url, { SECRET: next });
    const now = broughtTo(app, member);
    const cookie = now.cookies.get('foyer.session_token') ?? '';
    now.cookies.set('foyer.session_token', cookie.replace(/\.[^.]*$/, '.AAAA'));
    assert.equal((await now.chats()).status, 401);
    now.cookies.set('foyer.session_token', cookie);
    assert.equal((await now.chats()).status, 200);
    await cleanUp(app.parts);
    assert.equal(await keptFormerSessions(app.db), 1);
    app.pass(61_000);
    assert.equal((await now.chats()).status, 401);
    await cleanUp(app.parts);
    assert.equal(await keptFormerSessions(app.db), 0);
  });

  test('an interrupted rotation continues where it was, and nothing opens before its end', async () => {
    const { url } = await place();
    const before = await startApp(url);
    const code = await before.makeCode({ allowed: 5 });
    const many = Array.from({ length: 2500 }, () => anyCode());
    await createCodes(before.db, deriveKeys(former), many, { createdBy: 'create', now: 0 });
    const member = before.visitor();
    const email = newEmail();
    await member.register(email, await before.makeCode({ kind: 'registration' }));
    const chat = await chatAbout(member, 'Of herons');
    await before.stop();
    const config = await configFor(url, former);
    const cutOffAt = (step: string, rows: number) =>
      rotate(config, {
        tell: (...told) => {
          if (told[0] === step && told[1] >= rows) throw new Error('cut off');
        },
      });
    await assert.rejects(cutOffAt('looking', 1000), /cut off/);
    await (await openInstallation(config)).close();
    await assert.rejects(cutOffAt('waiting', 0), /cut off/);
    for (const rows of [1000, 2000, 2500]) {
      await assert.rejects(cutOffAt('sealing', rows), /cut off/);
      for (const secret of [former, next])
        await assert.rejects(openInstallation({ ...config, secret }), begunNotEnded);
      await assert.rejects(startApp(url), begunNotEnded);
    }
    await assert.rejects(rotate(config, { newSecret: `${next}!` }), /started with another new secret/);
    await assert.rejects(
      rotate({ ...config, secret: next }),
      /needs both the former and the new secret|ended already/,
    );
    assert.deepEqual((await rotate(config)).people, 1);
    await assert.rejects(rotate(config), /has ended already/);

    const app = await startApp(url, { SECRET: next });
    const texts = await Array.fromAsync(listCodes(app.db, deriveKeys(next), {}), ({ code }) => code);
    assert.equal(texts.length, 2502);
    assert.deepEqual(
      many.filter(({ code }) => !texts.includes(code)),
      [],
    );
    assert.equal((await app.visitor().enter(code)).status, 200);
    assert.equal((await app.visitor().enter(many[0]?.code ?? '')).status, 200);
    const again = app.visitor();
    await again.login(email);
    assert.ok((await textsOf(again, chat)).includes('Of herons'));
  });

  test('a rotation that is overtaken by another new secret changes nothing', async () => {
    const { url } = await place();
    const config = await configFor(url, former);
    const installation = await openInstallation(config, { serving: true });
    const { db } = installation.database;
    await createCodes(db, installation.keys, [anyCode()], { createdBy: 'create', now: 0 });
    const codes = () => db.selectFrom('invitationCode').selectAll().execute();
    const before = await codes();
    await beforeNextSecret(
      db,
      kind,
      sql`insert into "setting" ("key", "value") values ('nextSecretFingerprint', 'of another secret') on conflict do nothing`,
    );
    await assert.rejects(rotate(config), /started with another new secret/);
    assert.deepEqual(await codes(), before);
    await installation.close();
  });

  test('rows that a late process wrote with the former secret are sealed again, too', async () => {
    const { url } = await place();
    const config = await configFor(url, former);
    const installation = await openInstallation(config, { serving: true });
    const { database, keys } = installation;
    const { db } = database;
    await createCodes(db, keys, [anyCode()], { createdBy: 'create', now: 0 });
    await addMember(db, keys);
    const { sealed, digest } = await db.selectFrom('invitationCode').selectAll().executeTakeFirstOrThrow();
    // Users come after codes: then the code is written once more in its old form.
    await afterKeysChange(
      db,
      kind,
      sql`update "invitationCode" set "sealed" = ${sql.lit(sealed)}, "digest" = ${sql.lit(digest)}`,
    );
    const { codes, people } = await rotate(config);
    assert.deepEqual([codes, people], [2, 1]);
    assert.equal((await Array.fromAsync(listCodes(db, deriveKeys(next), {}))).length, 1);
    await installation.close();
  });

  if (kind === 'postgres')
    test('a data key that is created at the same moment is not lost', async () => {
      const { url } = await place();
      const config = await configFor(url, former);
      const installation = await openInstallation(config, { serving: true });
      const { database, keys } = installation;
      const { db } = database;
      const opener = { userId: await addMember(db, keys), secretKey: keys.data, browserKey: null };
      const given: DataKeys = [newDataKey(), newDataKey()];
      const { promise: rotated, resolve } = Promise.withResolvers<unknown>();
      await db.transaction().execute(async (trx) => {
        await trx
          .updateTable('user')
          .set({ dataKeys: wrap(given, 'secret', opener) })
          .execute();
        rotate(config).then(resolve, resolve);
        await until(() => isAnybodyWaiting(url));
      });
      // Tried twice: the first time another writer was faster.
      assert.equal(((await rotated) as { people?: number }).people, 2);
      const { dataKeys } = await db.selectFrom('user').select('dataKeys').executeTakeFirstOrThrow();
      const opened = unwrap(dataKeys ?? '', { ...opener, secretKey: deriveKeys(next).data });
      assert.deepEqual(
        opened?.slice(1).map(({ id }) => id),
        given.map(({ id }) => id),
      );
      await installation.close();
    });

  test('the secret in the data folder is replaced, also if its file could not be moved at the end', async () => {
    const { url } = await place();
    const config = await configFor(url);
    const installation = await openInstallation(config, { serving: true });
    await createCodes(installation.database.db, installation.keys, [anyCode()], {
      createdBy: 'create',
      now: 0,
    });
    await installation.close();
    await rotate(config, { newSecret: null });
    const [file, other] = [join(config.dataDir, 'secret'), join(config.dataDir, 'secret.next')];
    const secret = (await readFile(file, 'utf8')).trim();
    assert.notEqual(secret, installation.secret);
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    assert.ok(!(await readdir(config.dataDir)).includes('secret.next'));

    await writeFile(other, `${secret}\n`);
    await writeFile(file, `${installation.secret}\n`);
    const opened = await openInstallation(config);
    assert.equal(opened.secret, secret);
    assert.equal((await Array.fromAsync(listCodes(opened.database.db, opened.keys, {}))).length, 1);
    await opened.close();
    assert.ok(!(await readdir(config.dataDir)).includes('secret.next'));

    await writeFile(other, `${secret}\n`);
    await writeFile(file, `${installation.secret}\n`);
    await assert.rejects(rotate(config, { newSecret: null }), /is finished now/);
    assert.equal((await readFile(file, 'utf8')).trim(), secret);
  });

  test('the new secret is on the disk before a row uses it, and a missing one is reported', async () => {
    const { url } = await place();
    const config = await configFor(url);
    await (await openInstallation(config, { serving: true })).close();
    const cutOff = rotate(config, {
      newSecret: null,
      tell: (step) => {
        if (step === 'waiting') throw new Error('cut off');
      },
    });
    await assert.rejects(cutOff, /cut off/);
    const other = join(config.dataDir, 'secret.next');
    assert.equal((await stat(other)).mode & 0o777, 0o600);
    const kept = await readFile(other);
    await rm(other);
    await assert.rejects(rotate(config, { newSecret: null }), /is missing: restore the file .*secret\.next/);
    await writeFile(other, kept);
    await rotate(config, { newSecret: null });
    await (await openInstallation(config)).close();
  });

  test('a row that neither secret opens is reported before anything changes', async () => {
    const { url } = await place();
    const app = await startApp(url);
    const label = await app.makeCode();
    const member = app.visitor();
    await member.register(newEmail(), await app.makeCode({ kind: 'registration' }));
    await chatAbout(member, 'Of herons');
    const config = await configFor(url, former);
    const setCode = (sealed: string) =>
      app.db.updateTable('invitationCode').set({ sealed }).where('label', '=', label).execute();
    const setKeys = (dataKeys: string) => app.db.updateTable('user').set({ dataKeys }).execute();
    const { sealed } = await app.db
      .selectFrom('invitationCode')
      .select('sealed')
      .where('label', '=', label)
      .executeTakeFirstOrThrow();
    const { dataKeys } = await app.db.selectFrom('user').select('dataKeys').executeTakeFirstOrThrow();
    await setCode(`${sealed.slice(0, -4)}AAAA`);
    await assert.rejects(rotate(config), /a sealed code cannot be opened/);
    await setCode(sealed);
    await setKeys((dataKeys ?? '').replace(/"id":"(.)/, (_, c) => `"id":"${c === 'a' ? 'b' : 'a'}`));
    await assert.rejects(rotate(config), /data keys of a person cannot be opened/);
    await setKeys(dataKeys ?? '');
    assert.equal((await member.chats()).status, 200);
    await (await openInstallation(config)).close();
  });

  test('while a server answers nothing starts; another server notices, and says that it must be closed', async () => {
    const { url } = await place();
    const app = await startApp(url);
    const config = await configFor(url, former);
    const { port, hostname } = new URL(app.origin);
    await assert.rejects(
      rotate({ ...config, host: hostname, port: Number(port) }),
      /A server answers at .*: stop all/,
    );
    const server = await serve(
      { ...config, port: await freePort() },
      { pagesFolder: null, log: () => {}, graceMs: 0 },
    );
    after(() => server.close({ atOnce: true }));
    let isTold = false;
    const told = server.secretChanged.then(() => {
      isTold = true;
    });
    const rotating = rotate(config, {
      settleMs: 5000,
      tell: (step) => {
        if (step === 'sealing') assert.ok(isTold, 'it was told before any row changed');
      },
    });
    await Promise.all([rotating, told]);
  });

  test('entries, addresses and provider tokens of the former secret are deleted, and links in emails stay', async () => {
    const { url } = await place();
    const app = await startApp(url);
    const [guest, member] = [app.visitor(), app.visitor()];
    await guest.enter(await app.makeCode(), crypto.randomUUID().replaceAll('-', ''));
    await app.visitor().enter('no such code');
    await member.register(newEmail(), await app.makeCode({ kind: 'registration' }));
    await app.db.updateTable('account').set({ accessToken: 'x', refreshToken: 'x', idToken: 'x' }).execute();
    const [user] = (await app.users()).filter(({ isGuest }) => !isGuest);
    const proof = {
      digest: 'x',
      userId: user?.id ?? '',
      purpose: 'reset',
      email: null,
      browser: null,
    } as const;
    await app.db
      .insertInto('mailProof')
      .values({ ...proof, expiresAt: Date.now() + dayMs })
      .execute();
    await rotate(await configFor(url, former), { keepsSessions: true });
    const { db } = app;
    assert.deepEqual(await db.selectFrom('entryAttempt').selectAll().execute(), []);
    assert.deepEqual(await db.selectFrom('tryLimit').selectAll().execute(), []);
    const tokens = await db
      .selectFrom('account')
      .select(['accessToken', 'refreshToken', 'idToken'])
      .execute();
    assert.deepEqual({ ...tokens[0] }, { accessToken: null, refreshToken: null, idToken: null });
    assert.equal((await db.selectFrom('mailProof').selectAll().execute()).length, 1);
  });
});

const begunNotEnded = (error: unknown) =>
  error instanceof InstallationError && /is not finished: run `\.\/foyer secret rotate`/.test(error.message);

/** A member with a data key. */
async function addMember(db: Database['db'], { data }: CodeKeys): Promise<string> {
  const id = 'ada';
  const at = new Date(0);
  const dataKeys = wrap([newDataKey()], 'secret', { userId: id, secretKey: data, browserKey: null });
  const user = { id, name: '', email: 'ada@example.org', emailVerified: false, isGuest: false, dataKeys };
  await db
    .insertInto('user')
    .values({ ...user, createdAt: at, updatedAt: at })
    .execute();
  return id;
}

/** Whether a statement waits for a lock. */
async function isAnybodyWaiting(url: string): Promise<boolean> {
  const { db, close } = openDatabase(url);
  const { rows } = await sql`
    select 1 from pg_stat_activity
    where "datname" = current_database() and "wait_event_type" = 'Lock'`.execute(db);
  await close();
  return rows.length > 0;
}

/** Makes the database write something when a user's keys change. */
async function afterKeysChange(db: Database['db'], kind: Database['kind'], write: RawBuilder<unknown>) {
  const when = sql`after update of "dataKeys" on "user" for each row`;
  if (kind === 'sqlite') return sql`create trigger late ${when} begin ${write}; end`.execute(db);
  const body = sql`begin ${write}; return null; end`.compile(db).sql;
  await sql`create function late() returns trigger language plpgsql as ${sql.lit(body)}`.execute(db);
  return sql`create trigger late ${when} execute function late()`.execute(db);
}

/** In the moment before the rotation says which secret comes next. */
async function beforeNextSecret(db: Database['db'], kind: Database['kind'], write: RawBuilder<unknown>) {
  const when = sql`before insert on "setting" for each row`;
  const isMine = sql`when (new."value" <> 'of another secret')`;
  if (kind === 'sqlite') return sql`create trigger faster ${when} ${isMine} begin ${write}; end`.execute(db);
  const body = sql`begin ${write}; return new; end`.compile(db).sql;
  await sql`create function faster() returns trigger language plpgsql as ${sql.lit(body)}`.execute(db);
  return sql`create trigger faster ${when} ${isMine} execute function faster()`.execute(db);
}

async function keptFormerSessions(db: Database['db']): Promise<number> {
  return (await db.selectFrom('setting').selectAll().where('key', '=', 'formerSessions').execute()).length;
}

async function forgetFormerSessions(url: string) {
  const database: Database = openDatabase(url);
  await database.db.deleteFrom('setting').where('key', '=', 'formerSessions').execute();
  await database.close();
}

/** The same browser at another server. */
function broughtTo(app: { visitor: () => Visitor }, person: Visitor): Visitor {
  const same = app.visitor();
  for (const [name, value] of person.cookies) same.cookies.set(name, value);
  return same;
}

async function chatAbout(person: Visitor, text: string): Promise<string> {
  const chat = crypto.randomUUID();
  const answer = await person.post(`/api/chats/${chat}/messages`, { id: crypto.randomUUID(), text });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return chat;
}

async function textsOf(person: Visitor, chat: string): Promise<string[]> {
  const { body } = await person.get(`/api/chats/${chat}`);
  const { messages = [] } = body as { messages?: { parts: { text: string }[] }[] };
  return messages.map(({ parts }) => parts[0]?.text ?? '');
}
