import { copyFile, glob, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { languages } from '@foyer/policy';
import { readConfig } from '@foyer/server/config';
import { serve } from '@foyer/server/main';
import { build } from 'vite';
import { freePort } from '../../testing/database/database.ts';
import { startInChildProcess } from '../measure/child-process.ts';
import { secret } from '../measure/foyer.ts';

/** Foyer's server with an empty React page. Returns its URL. */
export const startBaselinePage = startInChildProcess(
  import.meta.url,
  async ({ url }: { url: string }): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'foyer-bare-page-'));
    await build({
      root: join(import.meta.dirname, 'bare-page'),
      logLevel: 'warn',
      build: { outDir: folder, emptyOutDir: true },
    });
    for (const language of languages)
      for (const name of ['index', 'chat'])
        await copyFile(join(folder, 'index.html'), join(folder, `${name}.${language}.html`));
    for await (const file of glob('**/*.js', { cwd: folder })) {
      const script = await readFile(join(folder, file));
      await writeFile(join(folder, `${file}.br`), await promisify(brotliCompress)(script));
      await writeFile(join(folder, `${file}.gz`), await promisify(gzip)(script, { level: 9 }));
    }
    const env = { NODE_ENV: 'production', DATABASE_URL: url, SECRET: secret, PORT: String(await freePort()) };
    const config = readConfig(env, folder);
    await serve(config, { pagesFolder: folder, log: () => {} });
    return config.publicUrl;
  },
);
