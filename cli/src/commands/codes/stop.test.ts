import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../../../../testing/chats/read-reply.ts';
import { operatorWith } from '../../../../testing/cli/cli.ts';
import { onEveryDatabase } from '../../../../testing/database/database.ts';
import { startApp } from '../../../../testing/server/app.ts';

onEveryDatabase(({ place }) => {
  test('all codes are stopped and let go on by commands, beside a running server', async () => {
    const { url } = await place();
    const app = await startApp(url);
    const code = await app.makeCode({ allowed: 5 });
    const { foyerAs } = await operatorWith({ databaseUrl: url, isMigrated: false });
    const env = { SECRET: 'a secret of the tests, long enough' };
    const foyer = (...args: string[]) => foyerAs({ env }, ...args);
    const isStopped = async () => {
      const { body } = await app.visitor().get('/api/access');
      return (body as { settings: { codesStopped: boolean } }).settings.codesStopped;
    };
    assert.equal((await foyer('codes', 'stop')).exitCode, 0);
    const stoppedAt = Date.now();
    await until(isStopped);
    assert.ok(Date.now() - stoppedAt < 2000);
    assert.equal((await app.visitor().enter(code)).code, 'CODES_STOPPED');
    assert.match((await foyer('doctor')).stdout, /stored settings +warning +All codes are stopped/);
    assert.equal((await foyer('codes', 'resume')).exitCode, 0);
    await until(async () => !(await isStopped()));
    assert.equal((await app.visitor().enter(code)).status, 200);
    const locked = await foyerAs({ env: { ...env, CODES_STOPPED: 'no' } }, 'codes', 'stop');
    assert.deepEqual([locked.exitCode, locked.stdout], [1, '']);
    assert.match(locked.stderr, /^foyer: CODES_STOPPED: the environment sets it\n$/);
    const acts = await app.db.selectFrom('audit').select(['act', 'onId', 'before', 'after']).execute();
    assert.deepEqual(
      acts.map(({ act, onId, before, after }) => [act, onId, before, after]),
      [
        ['setting.change', 'CODES_STOPPED', null, '"yes"'],
        ['setting.change', 'CODES_STOPPED', '"yes"', null],
      ],
    );
  });

  test('commands read what operators changed', async () => {
    const { url } = await place();
    const app = await startApp(url);
    const { foyerAs } = await operatorWith({ databaseUrl: url, isMigrated: false });
    const env = { SECRET: 'a secret of the tests, long enough' };
    const set = await foyerAs({ env }, 'settings', 'set', 'TIME_ZONE', 'Pacific/Auckland');
    assert.equal(set.stdout, 'TIME_ZONE is changed.\n');
    const wrong = await foyerAs({ env }, 'settings', 'set', 'TIME_ZONE', 'Mars');
    assert.deepEqual([wrong.exitCode, wrong.stdout], [1, '']);
    assert.match(wrong.stderr, /^foyer: TIME_ZONE: a time zone like/);
    assert.equal((await foyerAs({ env }, 'settings', 'set', 'PORT', '1')).exitCode, 1);
    const listed = (await foyerAs({ env }, 'settings', 'list', '--changed')).stdout;
    assert.match(listed, /^TIME_ZONE +Pacific\/Auckland +stored +changed \d{4}-\S+\n$/);
    const args = ['--kind', 'login', '--code', 'AUTUMN-2027', '--valid-until', '2099-01-01'];
    const { stderr } = await foyerAs({ env }, 'codes', 'create', ...args);
    assert.match(stderr, /Pacific\/Auckland/);
    const broken = { key: 'LANGUAGE', value: 'tlh', changedAt: 1, changedBy: null };
    await app.db.insertInto('operatorSetting').values(broken).execute();
    const { stdout } = await foyerAs({ env }, 'doctor');
    assert.match(stdout, /stored settings +warning +LANGUAGE is ignored: one of en/);
    for (const name of ['LANGUAGE', 'TIME_ZONE'])
      assert.equal((await foyerAs({ env }, 'settings', 'unset', name)).exitCode, 0);
    const none = await foyerAs({ env }, 'settings', 'list', '--changed');
    assert.equal(none.stdout, 'No setting is stored.\n');
  });
});
