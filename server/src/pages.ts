import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

/** The addresses at which the one page draws something. */
const pagePaths = ['/', '/login', '/register', '/chat', '/chat/:id'];

/**
 * Serves the built pages: hashed assets for ever, the page itself fresh each time.
 *
 * @param folder the built web part, with `index.html` and `assets/`
 */
export function pages(folder: string) {
  const files = serveStatic({ root: folder, precompressed: true });
  const index = readFileSync(join(folder, 'index.html'), 'utf8');
  const app = new Hono();
  app.use('/assets/*', async (c, next) => {
    await next();
    if (c.res.ok) c.header('Cache-Control', 'public, max-age=31536000, immutable');
  });
  for (const path of pagePaths) app.get(path, (c) => c.html(index, 200, { 'Cache-Control': 'no-store' }));
  app.use('*', files);
  return app;
}

/**
 * The folder of the newest build of the web part.
 *
 * @param root the project's root
 * @returns null when there is no build
 */
export function builtPages(root: string): string | null {
  const builds = join(root, 'web', 'dist');
  const newest = join(builds, 'newest');
  return existsSync(newest) ? join(builds, readFileSync(newest, 'utf8').trim()) : null;
}
