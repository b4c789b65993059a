import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operatorWith } from '../../../../testing/cli/cli.ts';
import { newPlace } from '../../../../testing/database/database.ts';
import { startApp } from '../../../../testing/server/app.ts';

// The same as the server's.
const secret = 'a secret of the tests, long enough';

test('the link of a room screen opens this code on a running server', async (t) => {
  const { url, remove } = await newPlace('sqlite', undefined);
  t.after(remove);
  const app = await startApp(url);
  const code = await app.makeCode({ allowed: 30 });
  const operator = await operatorWith({ databaseUrl: url, isMigrated: false });
  const foyer = (...args: string[]) => operator.foyerAs({ env: { SECRET: secret } }, ...args);
  const { stdout } = await foyer('codes', 'room', code);
  const [link = ''] = stdout.split('\n');
  const [, id, key = ''] = /\/room\/([\w-]+)#key=([\w-]+)$/.exec(link) ?? [];
  const opened = await app.visitor().send('GET', `/api/room/${id}`, undefined, { 'room-key': key });
  assert.partialDeepStrictEqual(opened.body as object, { code, places: 30 });
  const [noted] = await app.db.selectFrom('audit').selectAll().execute();
  assert.deepEqual([noted?.act, noted?.by, noted?.onId], ['code.share-room', 'command', id]);
  const { exitCode, stderr } = await foyer('codes', 'room', 'NONE');
  assert.deepEqual([exitCode, stderr], [1, 'foyer: there is no code NONE\n']);
});
