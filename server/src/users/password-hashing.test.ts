import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { after, test } from 'node:test';
import { createCodes } from '@foyer/invitation-codes/codes';
import { deriveKeys } from '@foyer/invitation-codes/seal';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { freePort, onEveryDatabase } from '../../../testing/database/database.ts';
import {
  type Answer,
  anyCode,
  newAddress,
  newEmail,
  type Visitor,
  visitor,
} from '../../../testing/server/app.ts';
import { startProcess } from '../../../testing/server/process.ts';
import { openPasswords } from './password-hashing.ts';

const secret = 'a secret of the tests, long enough';
/** Jobs that run plus jobs that may wait. */
const most = 51 * availableParallelism();

onEveryDatabase(({ open, kind }) => {
  // Hashing does not depend on the database.
  if (kind === 'postgres' || process.platform !== 'linux') return;

  for (const [act, ask] of Object.entries({
    'log in': (person: Visitor) => person.login(newEmail()),
    register: (person: Visitor, code: string) => person.register(newEmail(), code),
  })) {
    test(`of more people who ${act} than can wait, the last are told at once to come again, and guests enter`, async () => {
      const { db, url } = await open();
      const code = { ...anyCode(), kind: 'registration' as const, allowed: 1000, remaining: 1000 };
      const door = anyCode();
      await createCodes(db, deriveKeys(secret), [code, door], { createdBy: 'create', now: Date.now() });
      const port = await freePort();
      const env = { DATABASE_URL: url, SECRET: secret, PORT: String(port), TRUST_PROXY: '127.0.0.1' };
      const server = await startProcess(env);
      after(server.kill);
      const someone = () => visitor(`http://127.0.0.1:${port}`, newAddress());
      const answered: Answer[] = [];
      const people = Array.from({ length: 2 * most }, async () => {
        answered.push(await ask(someone(), code.code));
      });
      await Promise.race(people);
      assert.equal((await someone().enter(door.code)).status, 200);
      await Promise.all(people);
      const told = answered.filter(({ status }) => status === 503);
      // Finished hashes make room for more while others arrive.
      assert.ok(told.length > most / 2 && told.length <= most, `${told.length} of ${2 * most} were told`);
      for (const { code, headers } of told)
        assert.deepEqual([code, headers.get('retry-after')], ['OVERLOADED', '2']);
    });
  }

  test('300 logins from 300 addresses prevent nobody from registering', async () => {
    const { db, url } = await open();
    const code = { ...anyCode(), kind: 'registration' as const };
    await createCodes(db, deriveKeys(secret), [code], { createdBy: 'create', now: Date.now() });
    const port = await freePort();
    const env = { DATABASE_URL: url, SECRET: secret, PORT: String(port), TRUST_PROXY: '127.0.0.1' };
    const server = await startProcess(env);
    after(server.kill);
    const someone = () => visitor(`http://127.0.0.1:${port}`, newAddress());
    const told: Answer[] = [];
    const isFull = Promise.withResolvers<void>();
    const logins = Array.from({ length: 300 }, async () => {
      const answer = await someone().login(newEmail());
      told.push(answer);
      if (answer.status === 503) isFull.resolve();
    });
    await isFull.promise;
    const looked = () => told.filter(({ status }) => status === 401).length;
    const before = looked();
    assert.equal((await someone().register(newEmail(), code.code)).status, 200);
    assert.ok(looked() - before < 30, 'it does not wait for all logins before it');
    await Promise.all(logins);
  });
});

const password = 'quiet-harbour-lantern';

test("a hash is as Better Auth's own, and each verifies the other's", async () => {
  const passwords = openPasswords();
  const hash = await passwords.hash(password);
  assert.match(hash, /^[0-9a-f]{32}:[0-9a-f]{128}$/);
  assert.equal(await verifyPassword({ password, hash }), true);
  assert.equal(await passwords.verify({ password, hash: await hashPassword(password) }), true);
  assert.equal(await passwords.verify({ password: `${password}s`, hash }), false);
  assert.equal(await passwords.verify({ password, hash: 'none' }), false);
  await passwords.close();
});

test('hashing threads have a low priority and an empty environment', {
  skip: process.platform !== 'linux',
}, async () => {
  const before = new Set(readdirSync('/proc/self/task'));
  const passwords = openPasswords();
  await Promise.all([passwords.hash(password), passwords.hash(password)]);
  const nices = readdirSync('/proc/self/task')
    .filter((thread) => !before.has(thread))
    .map((thread) => readFileSync(`/proc/self/task/${thread}/stat`, 'utf8'))
    .map((stat) => stat.slice(stat.lastIndexOf(')')).split(' ')[17]);
  assert.ok(nices.includes('10'), nices.join());
  await passwords.close();
});
