import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { after, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { freePort, onEveryDatabase } from '@foyer/database/testing';
import { createCodes } from '@foyer/invitation-codes/codes';
import { deriveKeys } from '@foyer/invitation-codes/seal';
import { type Answer, anyCode, newAddress, newEmail, type Visitor, visitor } from './testing.ts';
import { startProcess } from './testing-process.ts';

const secret = 'a secret of the tests, long enough';
/** Those whose passwords are hashed, and those who may wait for it. */
const most = 51 * availableParallelism();

onEveryDatabase(({ open, kind }) => {
  // The passwords of a server are the same on every database.
  if (kind === 'postgres' || process.platform !== 'linux') return;

  for (const [act, ask] of Object.entries({
    'log in': (person: Visitor) => person.login(newEmail()),
    register: (person: Visitor, code: string) => person.register(newEmail(), code),
  })) {
    test(`of more people who ${act} than can wait, the last are told at once to come again, and guests enter`, async () => {
      const { db, url } = await open();
      const code = { ...anyCode(), kind: 'registration' as const };
      const door = anyCode();
      await createCodes(db, deriveKeys(secret), [code, door], { createdBy: 'create', now: Date.now() });
      const port = await freePort();
      const env = { DATABASE_URL: url, SECRET: secret, PORT: String(port), TRUST_PROXY: '127.0.0.1' };
      const server = await startProcess(env);
      const someone = () => visitor(`http://127.0.0.1:${port}`, newAddress());

      assert.equal((await someone().login(newEmail())).status, 401);
      const hashing = hashingOf(server.process.pid ?? 0);
      // Nobody's turn comes.
      process.kill(hashing, 'SIGSTOP');
      after(async () => {
        process.kill(hashing, 'SIGKILL');
        await server.kill();
      });
      const told: Answer[] = [];
      const isTold = Promise.withResolvers<void>();
      const extra = 5;
      for (let i = 0; i < most + extra; i++) {
        ask(someone(), code.code).then(
          (answer) => told.push(answer) === extra && isTold.resolve(),
          // The server is killed while they wait.
          () => {},
        );
      }
      await isTold.promise;
      assert.equal((await someone().enter(door.code)).status, 200);
      assert.deepEqual(
        told.map(({ status, code, headers }) => [status, code, headers.get('retry-after')]),
        Array(extra).fill([503, 'OVERLOADED', '2']),
      );
    });
  }

  test('300 log-ins from 300 addresses keep nobody from registering', async () => {
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
    assert.ok(looked() - before < 30, 'it does not wait for all log-ins before it');
    await Promise.all(logins);
  });

  test('whoever needs a hash while no process can make one is told to come again', async () => {
    const { url } = await open();
    const port = await freePort();
    const server = await startProcess({ DATABASE_URL: url, SECRET: secret, PORT: String(port) });
    after(server.kill);
    const someone = () => visitor(`http://127.0.0.1:${port}`, newAddress());
    let told: Answer | null = null;
    const asking = someone()
      .login(newEmail())
      .then((answer) => {
        told = answer;
      });
    while (!told) {
      try {
        process.kill(hashingOf(server.process.pid ?? 0), 'SIGKILL');
      } catch {
        // None lives at this moment.
      }
      await setImmediate();
    }
    await asking;
    const { status, code, headers } = told as Answer;
    assert.deepEqual([status, code, headers.get('retry-after')], [503, 'OVERLOADED', '2']);
    assert.equal((await someone().login(newEmail())).status, 401);
  });

  /** The process in which a server hashes. */
  function hashingOf(server: number): number {
    const [child] = readFileSync(`/proc/${server}/task/${server}/children`, 'utf8').split(' ');
    if (!child) throw new Error('it has begun none');
    return Number(child);
  }
});
