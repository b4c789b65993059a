import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openDatabase } from '@foyer/database';
import { operatorWith } from '../../../testing/cli/cli.ts';
import { onSmallDisk } from '../../../testing/database/database.ts';

onSmallDisk(import.meta.filename, (mount) => {
  test('a file that cannot be rewritten because the disk is full is reported, with the space that it needs', async () => {
    const disk = mount(4);
    after(disk.remove);
    const databaseUrl = `sqlite:${join(disk.folder, 'foyer.db')}`;
    const { foyer } = await operatorWith({ databaseUrl });
    const { db, close } = openDatabase(databaseUrl);
    await db.insertInto('setting').values({ key: 'rewriteOwed', value: '' }).execute();
    await close();
    disk.fill();
    const { stdout, exitCode } = await foyer('doctor');
    assert.equal(exitCode, 0);
    assert.match(
      stdout,
      /^database file +warning +It may contain copies .*: this needs 1 MB of free disk space, and there are 0 MB\.$/m,
    );
    disk.makeRoom();
    assert.match((await foyer('doctor')).stdout, /^database file +ok +It is rewritten at the next start/m);
  });
});
