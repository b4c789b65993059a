import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { constants, getPriority } from 'node:os';
import { test } from 'node:test';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { openHashing } from './hashing.ts';

const password = 'quiet-harbour-lantern';

test("a hash is as Better Auth's own, and each verifies the other's", async () => {
  const { ask } = openHashing(1);
  const hash = String(await ask({ password }));
  assert.equal(await verifyPassword({ password, hash }), true);
  assert.equal(await ask({ password, hash: await hashPassword(password) }), true);
  assert.equal(await ask({ password: `${password}s`, hash }), false);
});

test('a hash that is none is an error, after which others are answered', async () => {
  const { ask } = openHashing(1);
  await assert.rejects(ask({ password, hash: 'none' }), /Invalid password hash/);
  assert.match(String(await ask({ password })), /^[0-9a-f]{32}:[0-9a-f]{128}$/);
});

test('hashes outlive the process that makes them', async () => {
  const { ask, pid } = openHashing(2);
  await ask({ password });
  const first = pid() ?? 0;
  const hashes = Promise.all(Array.from({ length: 4 }, () => ask({ password })));
  process.kill(first, 'SIGKILL');
  for (const hash of await hashes) assert.equal(await verifyPassword({ password, hash: String(hash) }), true);
  assert.notEqual(pid(), first);
});

test('a process that was ended while nobody waited is begun again', async () => {
  const { ask, pid } = openHashing(1);
  await ask({ password });
  process.kill(pid() ?? 0, 'SIGKILL');
  assert.match(String(await ask({ password })), /:/);
});

test('every thread of the process has a low priority', async () => {
  const { ask, pid } = openHashing(2);
  await Promise.all([ask({ password }), ask({ password })]);
  assert.equal(getPriority(pid()), constants.priority.PRIORITY_BELOW_NORMAL);
  if (process.platform !== 'linux') return;
  for (const thread of readdirSync(`/proc/${pid()}/task`)) {
    const stat = readFileSync(`/proc/${pid()}/task/${thread}/stat`, 'utf8');
    const nice = stat.slice(stat.lastIndexOf(')')).split(' ')[17];
    assert.equal(nice, '10');
  }
});
