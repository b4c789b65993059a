import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { constants, getPriority } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
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

test('a server that can begin no process goes on: whoever asks is refused, or waits until it can', async () => {
  const script = `
    import { closeSync, openSync } from 'node:fs';
    import { openHashing } from ${JSON.stringify(join(import.meta.dirname, 'hashing.ts'))};
    let open = [];
    const useAll = () => { try { for (;;) open.push(openSync('/dev/null')); } catch {} };
    const free = () => { for (const file of open.splice(0)) closeSync(file); };
    const { ask } = openHashing(1);
    const job = { password: '${password}' };
    useAll();
    const refused = await Promise.allSettled([ask(job), ask(job)]);
    const waits = ask(job);
    free();
    const answered = [await waits, await ask(job)];
    console.log(JSON.stringify({ refused: refused.map(({ reason }) => String(reason)), answered }));
    process.exit();`;
  const { stdout } = await promisify(execFile)('sh', [
    '-c',
    'ulimit -n 64 && exec "$0" --input-type=module --eval "$1"',
    process.execPath,
    script,
  ]);
  const { refused, answered } = JSON.parse(stdout);
  const reason = 'Error: the process that hashes passwords ends again and again';
  assert.deepEqual(refused, [reason, reason]);
  for (const hash of answered) assert.equal(await verifyPassword({ password, hash }), true);
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
