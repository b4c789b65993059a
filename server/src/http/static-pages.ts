import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { routes } from '@foyer/api/pages';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

export function staticPages(folder: string) {
  const index = readFileSync(join(folder, 'index.html'), 'utf8');
  const chat = readFileSync(join(folder, 'chat.html'), 'utf8');
  const fresh = { 'Cache-Control': 'no-store' };
  const app = new Hono({ strict: false });
  app.use('/assets/*', async (c, next) => {
    await next();
    if (c.res.ok) c.res.headers.set('Cache-Control', 'public, max-age=31536000, immutable');
  });
  for (const { path, chunk } of Object.values(routes)) {
    const page = chunk === 'chat' ? chat : index;
    app.get(path, (c) => c.html(page, 200, fresh));
  }
  app.get('*', (c, next) => (isBrokenLink(c.req.path) ? c.html(index, 200, fresh) : next()));
  app.get('*', serveStatic({ root: folder, precompressed: true }));
  // A mistyped URL shows people the page, which leads to the landing page; a program gets a 404.
  app.get('*', (c, next) => {
    const isForPeople = c.req.header('accept')?.includes('text/html') && !c.req.path.startsWith('/api/');
    return isForPeople ? c.html(index, 404, fresh) : next();
  });
  return app;
}

/** A link whose `#` was encoded or lost on its way: the page reads the code or the token in its path. */
function isBrokenLink(path: string): boolean {
  return (
    /(?:invite(?:[-_]|%(?:25)*(?:2d|5f))code|token)(?:=|%(?:25)*3d)/i.test(path) && !path.startsWith('/api/')
  );
}

export function builtPages(root: string): string | null {
  const builds = join(root, 'web', 'dist');
  const newest = join(builds, 'newest');
  return existsSync(newest) ? join(builds, readFileSync(newest, 'utf8').trim()) : null;
}
