import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const folder = mkdtempSync(join(tmpdir(), 'foyer-limited-'));
after(() => rmSync(folder, { recursive: true }));

/** Writes until that fails, and prints the kind of the error. */
const script = `
  import { openDatabase } from ${JSON.stringify(join(import.meta.dirname, 'open.ts'))};
  import { migrate } from ${JSON.stringify(join(import.meta.dirname, 'migrate.ts'))};
  const database = openDatabase('sqlite:' + process.argv[1]);
  await migrate(database);
  const write = (key) => database.db.insertInto('setting').values({ key, value: 'x'.repeat(5000) }).execute();
  try {
    for (let i = 0; ; i++) await write('key ' + i);
  } catch (error) {
    const { length } = await database.db.selectFrom('setting').select('key').execute();
    console.log(error.name, error.kind, length > 0);
  }
`;

test('a file that may not grow reports the same error as a full disk', () => {
  const file = join(folder, 'foyer.db');
  // Limits the file size, in blocks of 512 bytes, like a quota: the file system itself is not full.
  const limited = ['-c', 'ulimit -f 2000; exec "$@"', 'sh', process.execPath];
  const args = ['--input-type=module', '--eval', script, file];
  const { stdout, stderr } = spawnSync('sh', [...limited, ...args], { encoding: 'utf8' });
  assert.equal(stdout, 'Unavailable full true\n', stderr);
});
