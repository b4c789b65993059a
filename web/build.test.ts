import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, cp, mkdtemp, readdir, readFile, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, test } from 'node:test';

const project = join(import.meta.dirname, '..');
const root = await mkdtemp(join(tmpdir(), 'foyer-build-'));
after(() => rm(root, { recursive: true, force: true }));
const ofSources = (path: string) => !['dist', 'node_modules'].includes(basename(path));
for (const part of ['web', 'policy', 'invitation-codes', 'package-lock.json']) {
  await cp(join(project, part), join(root, part), { recursive: true, filter: ofSources });
}
await symlink(join(project, 'node_modules'), join(root, 'node_modules'));
const dist = join(root, 'web', 'dist');

test('two builds at the same time leave one complete build', async () => {
  assert.deepEqual(await Promise.all([build(), build()]), [0, 0]);
  assert.deepEqual(await builds(), [await newest()]);
  assert.ok((await stat(join(dist, await newest(), 'index.en.html'))).size > 0);
});

test('a start without changes builds nothing', async () => {
  const page = join(dist, await newest(), 'index.en.html');
  const { mtimeMs } = await stat(page);
  assert.equal(await build(), 0);
  assert.equal((await stat(page)).mtimeMs, mtimeMs);
});

test('changed sources are built anew, and a server with the older build keeps its files', async () => {
  const before = await newest();
  const files = await readdir(join(dist, before), { recursive: true });
  await appendFile(join(root, 'web', 'src', 'ui', 'page.css'), '\n.changed {\n  color: red;\n}\n');
  assert.equal(await build(), 0);
  assert.notEqual(await newest(), before);
  assert.deepEqual(await readdir(join(dist, before), { recursive: true }), files);
});

async function build(): Promise<number | null> {
  const child = spawn(process.execPath, [join(root, 'web', 'build.ts')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [exitCode] = await once(child, 'exit');
  return exitCode;
}

async function newest(): Promise<string> {
  return (await readFile(join(dist, 'newest'), 'utf8')).trim();
}

/** The builds, and anything else that was left beside them. */
async function builds(): Promise<string[]> {
  return (await readdir(dist)).filter((entry) => entry !== 'newest');
}
