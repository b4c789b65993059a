import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { build } from 'vite';
import { writePagesByLanguage } from './pages-by-language.ts';

// Builds the pages when their sources have changed. The folder of a build is named after a digest of its sources. It is renamed
// when complete, so that a server with an older build keeps its files.
const web = import.meta.dirname;
const root = join(web, '..');
const builds = join(web, 'dist');
const sources = [
  'web/{index.html,vite.config.ts,build.ts,pages-by-language.ts,package.json}',
  'web/public/**',
  'web/src/**',
  'policy/src/**',
  'api/src/pages.ts',
  'cards/src/{qr,texts}.ts',
  'invitation-codes/src/code.ts',
  'invitation-codes/src/text/**',
  'package-lock.json',
];
/** How many builds stay: a server that still runs on an older one needs its files. */
const keptBuilds = 3;

const name = await digestOfSources();
if (!existsSync(join(builds, name))) await buildInto(join(builds, name));
await pointTo(name);
await removeOldBuilds(name);

async function digestOfSources(): Promise<string> {
  const digest = createHash('sha256');
  const files = await Array.fromAsync(glob(sources, { cwd: root }));
  for (const file of files.filter((file) => !file.includes('.test.')).sort()) {
    if ((await stat(join(root, file))).isFile())
      digest.update(`${file}\0`).update(await readFile(join(root, file)));
  }
  return digest.digest('hex').slice(0, 16);
}

async function buildInto(folder: string) {
  process.stdout.write('Building the web pages (first start only) …\n');
  const draft = `${folder}.${randomBytes(6).toString('hex')}`;
  await build({
    configFile: join(web, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: draft, emptyOutDir: true, manifest: true },
  });
  await writePagesByLanguage(draft);
  await compress(draft);
  try {
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true });
    // Another start may have finished the same build first.
    if (!existsSync(folder)) throw error;
  }
}

async function compress(folder: string) {
  for await (const file of glob('**/*.{js,css,svg,txt}', { cwd: folder })) {
    const content = await readFile(join(folder, file));
    await writeFile(join(folder, `${file}.br`), await promisify(brotliCompress)(content));
    await writeFile(join(folder, `${file}.gz`), await promisify(gzip)(content, { level: 9 }));
  }
}

async function pointTo(build: string) {
  const draft = join(builds, `newest.${randomBytes(6).toString('hex')}`);
  await mkdir(builds, { recursive: true });
  await writeFile(draft, build);
  await rename(draft, join(builds, 'newest'));
}

/** Removes old builds, and drafts that a killed build left behind a day ago. */
async function removeOldBuilds(current: string) {
  const dayMs = 24 * 60 * 60 * 1000;
  for (const draft of (await readdir(builds)).filter((entry) => entry.includes('.'))) {
    const { mtimeMs } = await stat(join(builds, draft));
    if (Date.now() - mtimeMs > dayMs) await rm(join(builds, draft), { recursive: true, force: true });
  }
  const names = (await readdir(builds)).filter((entry) => /^[0-9a-f]{16}$/.test(entry) && entry !== current);
  const ages = await Promise.all(
    names.map(async (entry) => ({ entry, at: (await stat(join(builds, entry))).mtimeMs })),
  );
  const old = ages.sort((a, b) => b.at - a.at).slice(keptBuilds - 1);
  for (const { entry } of old) await rm(join(builds, entry), { recursive: true, force: true });
}
