import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { testKeys } from '../../../testing/codes/import.ts';
import { onEveryDatabase } from '../../../testing/database/database.ts';
import { readConfig } from '../config/read-config.ts';
import { openImports } from './import-jobs.ts';

const hourMs = 60 * 60 * 1000;

onEveryDatabase(({ open }) => {
  test('what a killed process left is deleted, what another server has begun is not, and an idle import goes', async (t) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'foyer-imports-'));
    t.after(() => rm(dataDir, { recursive: true }));
    const folder = join(dataDir, 'imports');
    for (const [name, hours] of [
      ['left', 3],
      ['young', 1],
    ] as const) {
      await mkdir(join(folder, name), { recursive: true });
      await writeFile(join(folder, name, 'codes.csv'), 'a code');
      const at = new Date(Date.now() - hours * hourMs);
      await utimes(join(folder, name), at, at);
    }
    let aheadMs = 0;
    const imports = openImports({
      config: readConfig({ DATA_DIR: dataDir }, dataDir),
      database: await open(),
      codeKeys: testKeys,
      log: (event) => assert.fail(event),
      now: () => Date.now() + aheadMs,
    });
    const first = await imports.create({ name: 'a.csv', resetUsage: false });
    assert.deepEqual((await readdir(folder)).sort(), ['young', first?.id].sort());
    aheadMs = 2 * hourMs;
    const second = await imports.create({ name: 'b.csv', resetUsage: false });
    assert.deepEqual((await readdir(folder)).sort(), ['young', second?.id].sort());
    for (let more = 0; more < 4; more++)
      assert.ok(await imports.create({ name: 'c.csv', resetUsage: false }));
    assert.equal(await imports.create({ name: 'd.csv', resetUsage: false }), null, 'five at once');
    await imports.close();
    assert.deepEqual(await readdir(folder), ['young']);
  });
});
