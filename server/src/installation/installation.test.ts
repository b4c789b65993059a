import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { onEveryDatabase } from '../../../testing/database/database.ts';
import { InstallationError, openInstallation } from './installation.ts';

onEveryDatabase(({ kind, place }) => {
  const folders: string[] = [];
  after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));
  const newPlace = async () => {
    const { url } = await place();
    const dataDir = await mkdtemp(join(tmpdir(), 'foyer-data-'));
    folders.push(dataDir);
    return { databaseUrl: url, dataDir, secret: null };
  };
  const refusedWith = (pattern: RegExp) => (error: unknown) =>
    error instanceof InstallationError && pattern.test(error.message) && !error.message.includes('\n');

  test('the secret is created at first use, readable only by its owner, and stays the same', async () => {
    const config = await newPlace();
    const first = await openInstallation(config, { serving: true });
    const file = join(config.dataDir, 'secret');
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    assert.equal(first.secret, (await readFile(file, 'utf8')).trim());
    assert.ok(first.secret.length >= 43, 'it has 256 bits');
    await first.close();
    const second = await openInstallation(config);
    assert.equal(second.secret, first.secret);
    await second.close();
  });

  test('several processes that start first at once get one secret', async () => {
    const fresh = await newPlace();
    const opened = await Promise.all(
      Array.from({ length: 8 }, () => openInstallation(fresh, { serving: true })),
    );
    assert.equal(new Set(opened.map(({ secret }) => secret)).size, 1);
    assert.deepEqual(await readdir(fresh.dataDir), ['secret']);
    for (const { close } of opened) await close();
  });

  test('another secret is refused in one sentence, and a missing one is not replaced', async () => {
    const config = await newPlace();
    await (await openInstallation(config, { serving: true })).close();
    const other = { ...config, secret: 'quite another secret, long enough' };
    await assert.rejects(openInstallation(other), refusedWith(/does not belong to this database/));
    await rm(join(config.dataDir, 'secret'));
    await assert.rejects(openInstallation(config, { serving: true }), refusedWith(/is missing/));
    assert.deepEqual(await readdir(config.dataDir), []);
    await writeFile(join(config.dataDir, 'secret'), 'cut of');
    await assert.rejects(openInstallation(config), refusedWith(/incomplete/));
  });

  test('a database without tables is refused and not changed', async () => {
    const config = await newPlace();
    await assert.rejects(openInstallation(config), refusedWith(/run `\.\/foyer migrate` first/));
    if (kind === 'sqlite')
      await assert.rejects(stat(config.databaseUrl.slice('sqlite:'.length)), { code: 'ENOENT' });
    assert.deepEqual(await readdir(config.dataDir), []);
  });
});

test('a data folder that is a file is reported, by the server and by commands', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-file-'));
  const file = join(folder, 'file');
  await writeFile(file, '');
  const inside = { databaseUrl: `sqlite:${file}/foyer.db`, dataDir: file, secret: null };
  const beside = { ...inside, databaseUrl: `sqlite:${folder}/foyer.db` };
  const saysSo = (error: unknown) =>
    error instanceof InstallationError && /DATA_DIR .* leads to no folder/.test(error.message);
  await assert.rejects(openInstallation(inside), saysSo);
  await assert.rejects(openInstallation(inside, { serving: true }), saysSo);
  await assert.rejects(openInstallation(beside, { serving: true }), saysSo);
  await rm(folder, { recursive: true });
});

test('an unreachable database is reported', async () => {
  const config = { databaseUrl: 'postgres://nobody@127.0.0.1:1/nothing', dataDir: tmpdir(), secret: null };
  await assert.rejects(
    openInstallation(config),
    (error) => error instanceof InstallationError && /cannot be opened/.test(error.message),
  );
});
