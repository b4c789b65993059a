import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { operatorWith } from '../../../../testing/cli/cli.ts';
import { onSmallDisk } from '../../../../testing/database/database.ts';

const count = 20_000;

onSmallDisk(import.meta.filename, (mount) => {
  test('an import that fills the disk says so, leaves only whole codes, and can be completed when there is room', async () => {
    const disk = mount(4);
    after(disk.remove);
    const { foyer, folder } = await operatorWith({ databaseUrl: `sqlite:${join(disk.folder, 'foyer.db')}` });
    const header =
      'invitation_code,invitation_type,allowed_usage,valid_from,valid_until,sensitive_personal_data_requirement';
    const rows = Array.from(
      { length: count },
      (_, i) => `CODE-${i},LOGIN,5,2020-01-01,2040-01-01,NOT_AVAILABLE`,
    );
    await writeFile(join(folder, 'codes.csv'), [header, ...rows, ''].join('\n'));
    const importing = ['codes', 'import', '--input-file', 'codes.csv', '--hot-run'];

    const full = await foyer(...importing);
    assert.equal(full.exitCode, 1);
    assert.match(full.stderr, /^foyer: The database has no room left to write: database or disk is full$/m);
    const there = await foyer('codes', 'export', '--with-texts');
    assert.equal(there.exitCode, 0, there.stderr);
    const [, ...lines] = there.stdout.trim().split('\n');
    assert.ok(lines.length < count, `${lines.length} are written`);
    for (const line of lines) assert.match(line, /^CODE-\d+,LOGIN,5,5,/);

    disk.grow(64);
    const again = await foyer(...importing);
    assert.equal(again.exitCode, 0, again.stderr);
    assert.match(again.stdout, new RegExp(`^${count} rows: .* 0 changed, ${lines.length} unchanged`, 'm'));
    const { stdout } = await foyer('codes', 'export', '--with-texts');
    assert.equal(new Set(stdout.trim().split('\n')).size, count + 1);
  });
});
