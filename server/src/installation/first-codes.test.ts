import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { openDatabase } from '@foyer/database';
import { createCodes } from '@foyer/invitation-codes/codes';
import { deriveKeys, unseal } from '@foyer/invitation-codes/seal';
import { onEveryDatabase } from '../../../testing/database/database.ts';
import { anyCode, newEmail, startApp } from '../../../testing/server/app.ts';
import { firstLoginCode, makeFirstCodes } from './first-codes.ts';

const keys = deriveKeys('the secret of the starter codes!');
const monthMs = 30 * 24 * 60 * 60 * 1000;

onEveryDatabase(({ open, place }) => {
  test('an empty database gets a login code of a million uses and a registration code of 10, once', async () => {
    const { db } = await open();
    const made = await Promise.all([1, 2, 3].map(() => makeFirstCodes(db, keys, 1000)));
    assert.equal(made.filter((codes) => codes !== null).length, 1);
    const codes = await db.selectFrom('invitationCode').selectAll().orderBy('kind').execute();
    const terms = codes.map(({ kind, allowed, validFrom, validUntil }) => ({
      kind,
      allowed,
      validFrom,
      validUntil,
    }));
    const window = { validFrom: 1000, validUntil: 1000 + monthMs };
    assert.deepEqual(terms, [
      { kind: 'login', allowed: 1_000_000, ...window },
      { kind: 'registration', allowed: 10, ...window },
    ]);
  });

  test('a database that holds codes gets none', async () => {
    const { db } = await open();
    await createCodes(db, keys, [anyCode()], { createdBy: 'import', now: 0 });
    assert.equal(await makeFirstCodes(db, keys, 1000), null);
    assert.equal(await firstLoginCode(db).digest(), null);
  });

  test('the starter login code is the default one until it is revoked, and a set one wins over it', async () => {
    const { url } = await place();
    const first = await startApp(url, { NODE_ENV: 'development' });
    assert.equal((await first.visitor().enterByDefault()).status, 200);
    const mine = await first.makeCode({ allowed: 5 });
    const app = await startApp(url, { DEFAULT_LOGIN_CODE: mine });
    assert.equal((await app.visitor().enterByDefault()).status, 200);
    assert.deepEqual(await app.usesOf(mine), { remaining: 4, redemptions: 1 });
    await app.db.updateTable('invitationCode').set({ revokedAt: 1 }).where('label', '=', 'starter').execute();
    assert.equal((await first.visitor().enterByDefault()).code, 'INVITATION_CODE_REQUIRED');
  });

  test('a guest of the starter code needs a registration code to stay, also after it was revoked', async () => {
    const app = await startApp((await place()).url, { NODE_ENV: 'development' });
    const row = await app.db
      .selectFrom('invitationCode')
      .selectAll()
      .where('kind', '=', 'login')
      .executeTakeFirstOrThrow();
    const typed = app.visitor();
    await typed.enter(unseal(app.parts.invitations.keys, row.sealed, row.digest));
    const pressed = app.visitor();
    await pressed.enterByDefault();
    await app.db.updateTable('invitationCode').set({ revokedAt: 1 }).where('label', '=', 'starter').execute();
    for (const guest of [typed, pressed])
      assert.equal((await guest.convert(newEmail())).code, 'INVITATION_CODE_REQUIRED');
  });

  test('the guests of an older version who came by what is the default code are marked once, and no others', async () => {
    const { url } = await place();
    const first = await startApp(url);
    const [byDefault, other] = [await first.makeCode({ allowed: 5 }), await first.makeCode({ allowed: 5 })];
    const [mine, theirs, member] = [first.visitor(), first.visitor(), first.visitor()];
    await mine.enter(byDefault);
    await theirs.enter(other);
    await member.enter(byDefault);
    await member.convert(newEmail());
    await first.db.insertInto('setting').values({ key: 'defaultEntriesDue', value: '' }).execute();
    const app = await startApp(url, { DEFAULT_LOGIN_CODE: byDefault });
    const entries = async () =>
      (await app.db.selectFrom('redemption').select('entry').execute()).map(({ entry }) => entry).sort();
    assert.deepEqual(await entries(), ['default', 'guest', 'guest']);
    assert.equal((await mine.convert(newEmail())).code, 'INVITATION_CODE_REQUIRED');
    await startApp(url, { DEFAULT_LOGIN_CODE: other });
    assert.deepEqual(await entries(), ['default', 'guest', 'guest']);
  });

  test('in production, or under a public address, no codes are made', async () => {
    const production: Record<string, string> = { NODE_ENV: 'production' };
    const published = { NODE_ENV: '', PUBLIC_URL: 'https://chat.example.org' };
    for (const env of [production, published]) {
      const app = await startApp((await place()).url, env);
      assert.deepEqual(await app.db.selectFrom('invitationCode').selectAll().execute(), []);
    }
  });

  test('a server that cannot listen makes no codes: the next start is the first one', async () => {
    const { url } = await place();
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const first = { NODE_ENV: 'development', PORT: String(port) };
    await assert.rejects(startApp(url, first), /cannot listen/);
    await promisify(other.close.bind(other))();
    const { db, close } = openDatabase(url);
    assert.deepEqual(await db.selectFrom('invitationCode').selectAll().execute(), []);
    await close();
  });

  test('a default code that admits nobody is told at the start, and only that', async () => {
    const { url } = await place();
    const { makeCode } = await startApp(url);
    const login = await makeCode();
    const bad = { DEFAULT_LOGIN_CODE: 'unknown', DEFAULT_REGISTRATION_CODE: login };
    const told = async (env: Record<string, string>) =>
      (await startApp(url, env)).logged.map((line) => JSON.parse(line).event);
    assert.deepEqual(await told(bad), [
      'the default login code admits nobody at the moment',
      'the default registration code admits nobody at the moment',
    ]);
    const registration = await makeCode({ kind: 'registration' });
    assert.deepEqual(await told({ DEFAULT_LOGIN_CODE: login, DEFAULT_REGISTRATION_CODE: registration }), []);
  });
});
