import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { findCode } from '@foyer/invitation-codes/codes';
import { redeem } from '@foyer/invitation-codes/redeem';
import { digestOf } from '@foyer/invitation-codes/seal';
import { type Installation, openInstallation } from '@foyer/server/installation';
import { operatorWith } from '../../../../testing/cli/cli.ts';
import { chancesOf, onEveryDatabase } from '../../../../testing/database/database.ts';

const count = process.env.LONG_TESTS ? 100_000 : 20_000;
const crashes = process.env.LONG_TESTS ? 10 : 1;

const terms = { invitation_type: 'LOGIN', valid_from: '2020-01-01', valid_until: '2040-01-01' };
const fileRow = (i: number) => ({ invitation_code: `CODE-${i}`, allowed_usage: 2000, ...terms });
/** Some codes exist before, with half of the uses, and people enter with them. */
const older = Array.from({ length: count / 100 }, (_, i) => 100 * i + 50);

onEveryDatabase(({ place, kind }) => {
  const chance = chancesOf(`a killed import on ${kind}`);

  test('a killed import leaves the first rows of its file, the next one completes it, and no use is lost', async () => {
    const { foyer, start, write, dataDir, databaseUrl } = await operatorWith({
      databaseUrl: (await place()).url,
    });
    const installation = await openInstallation({ dataDir, databaseUrl, secret: null });
    const importing = (name: string) => ['codes', 'import', '--input-file', name, '--hot-run', '--json'];
    await write(
      'older.json',
      older.map((i) => ({ ...fileRow(i), allowed_usage: 1000 })),
    );
    await write(
      'codes.json',
      Array.from({ length: count }, (_, i) => fileRow(i)),
    );
    await foyer(...importing('older.json'));
    await using people = enterAgainAndAgain(installation, chance);
    let before = 0;
    for (let crash = 0; crash < crashes; crash++) {
      const child = start(importing('codes.json'));
      child.stdout?.resume();
      const exit = once(child, 'exit');
      const row = before + Math.floor((chance() * (count - before)) / 2);
      while (child.exitCode === null && !(await isWritten(installation, row))) await wait(2);
      await Promise.race([exit, wait(100 * chance())]);
      child.kill('SIGKILL');
      await exit;
      const written = await writtenRows(foyer);
      before = written.indexOf(false) === -1 ? count : written.indexOf(false);
      assert.equal(written.indexOf(true, before), -1, `of ${before} rows, and then none`);
    }
    assert.equal((await foyer(...importing('codes.json'))).exitCode, 0);
    const spent = await people.leave();
    const codes = await codesIn(foyer);
    assert.equal(codes.size, count);
    for (const [code, { allowed, remaining }] of codes) {
      assert.deepEqual([code, allowed, remaining], [code, 2000, 2000 - (spent.get(code) ?? 0)]);
    }
  });
});

/** People enter with the older codes until they are told to stop. Returns the number of entries per code. */
function enterAgainAndAgain({ database: { db }, keys, close }: Installation, chance: () => number) {
  const spent = new Map<string, number>();
  let isStopped = false;
  const coming = (async () => {
    while (!isStopped) {
      const code = `CODE-${older[Math.floor(chance() * older.length)]}`;
      const spending = { digest: digestOf(keys, code), kind: 'login', entry: 'guest' } as const;
      assert.ok(await db.transaction().execute(() => redeem(db, spending, Date.now())));
      spent.set(code, (spent.get(code) ?? 0) + 1);
      await wait(2);
    }
  })();
  const leave = async () => {
    isStopped = true;
    await coming;
    return spent;
  };
  return { leave, [Symbol.asyncDispose]: async () => void (await leave().finally(close)) };
}

async function isWritten({ database: { db }, keys }: Installation, row: number): Promise<boolean> {
  return (await findCode(db, keys, `CODE-${row}`))?.allowed === 2000;
}

async function writtenRows(foyer: Foyer): Promise<boolean[]> {
  const codes = await codesIn(foyer);
  return Array.from({ length: count }, (_, i) => codes.get(`CODE-${i}`)?.allowed === 2000);
}

async function codesIn(foyer: Foyer): Promise<Map<string, { allowed: number; remaining: number }>> {
  const { stdout } = await foyer('codes', 'export', '--with-texts');
  const [, ...lines] = stdout.trim().split('\n');
  return new Map(
    lines.map((line) => {
      const [code = '', , allowed, remaining] = line.split(',');
      return [code, { allowed: Number(allowed), remaining: Number(remaining) }];
    }),
  );
}

type Foyer = Awaited<ReturnType<typeof operatorWith>>['foyer'];
