import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDatabase } from '@foyer/database';
import { operatorWith } from '../../../../testing/cli/cli.ts';
import { onEveryDatabase } from '../../../../testing/database/database.ts';

onEveryDatabase(({ place }) => {
  test('commands that change something are in the log, without the text of any code', async (t) => {
    const { foyer, write, databaseUrl, folder } = await operatorWith({ databaseUrl: (await place()).url });
    const code = 'AUTUMN-2027';
    const run = async (...args: string[]) => {
      const { exitCode, stderr } = await foyer(...args);
      assert.equal(exitCode, 0, `${args.join(' ')}: ${stderr}`);
    };
    await run('codes', 'create', '--kind', 'login', '--code', code, '--label', 'autumn');
    assert.equal((await foyer('codes', 'create', '--kind', 'login', '--code', code)).exitCode, 1);
    await run('codes', 'revoke', code);
    await run('codes', 'restore', '--label', 'autumn');
    await run('codes', 'extend', code, '--until', '2099-01-01');
    await run('codes', 'relabel', code, '--to', 'winter');
    const terms = { allowed_usage: 1, valid_from: '2027-01-01', valid_until: '2099-01-01' };
    await write('codes.json', [{ invitation_code: 'OTHER-2027', invitation_type: 'LOGIN', ...terms }]);
    await run('codes', 'import', '--input-file', `${folder}/codes.json`);
    await run('codes', 'import', '--input-file', `${folder}/codes.json`, '--hot-run');
    await run('sessions', 'end', '--all');
    await run('operator', 'add', 'ada@example.org');
    await run('secret', 'rotate');

    const { stdout } = await foyer('audit', 'list', '--json', '--all');
    const acts = JSON.parse(stdout).reverse();
    assert.deepEqual(
      acts.map(({ act, on, count }: { act: string; on: string; count: number | null }) => [act, on, count]),
      [
        ['code.create', 'batch', 1],
        ['code.revoke', 'code', 1],
        ['code.restore', 'selection', 1],
        ['code.extend', 'code', 1],
        ['code.relabel', 'code', 1],
        ['code.import', 'selection', 1],
        ['member.end-sessions', 'installation', null],
        ['operator.invite', 'operator', null],
        ['secret.rotate', 'installation', null],
      ],
    );
    const { db, close } = openDatabase(databaseUrl);
    t.after(close);
    const kept = JSON.stringify(await db.selectFrom('audit').selectAll().execute());
    for (const secret of [code, 'autumn-2027', 'OTHER-2027', 'ada@example.org'])
      assert.ok(!kept.toLowerCase().includes(secret.toLowerCase()), secret);
    const told = (await foyer('audit', 'list', '--act', 'code.relabel')).stdout;
    assert.match(
      told,
      /^\d{4}-\S+Z {2}command {2}code\.relabel {2}code winter {2}after \{"label":"winter"\}\n$/,
    );
    assert.equal((await foyer('audit', 'list', '--by', 'token')).stdout, 'Nothing matches.\n');
  });
});
