import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { routes } from '@foyer/api/pages';
import { type Language, languages } from '@foyer/policy';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono } from 'hono';
import { languageHeaders, requestLanguage } from './request-language.ts';

/** @param house the language of visitors whose browser asks for none that we have */
export function staticPages(folder: string, house: () => Language) {
  const index = pageInEveryLanguage(folder, 'index');
  const chat = pageInEveryLanguage(folder, 'chat');
  const fresh = { 'Cache-Control': 'no-store', Vary: languageHeaders };
  const send = (c: Context, page: Record<Language, string>, status: 200 | 404 = 200) =>
    c.html(page[requestLanguage(c.req.raw.headers, house())], status, fresh);
  const app = new Hono({ strict: false });
  app.use('/assets/*', async (c, next) => {
    await next();
    if (c.res.ok) c.res.headers.set('Cache-Control', 'public, max-age=31536000, immutable');
  });
  for (const { path, chunk } of Object.values(routes)) {
    const page = chunk === 'chat' ? chat : index;
    app.get(path, (c) => send(c, page));
  }
  app.get('*', (c, next) => (isBrokenLink(c.req.path) ? send(c, index) : next()));
  app.get('*', serveStatic({ root: folder, precompressed: true }));
  // A mistyped URL shows people the page, which leads to the landing page; a program gets a 404.
  app.get('*', (c, next) => {
    const isForPeople = c.req.header('accept')?.includes('text/html') && !c.req.path.startsWith('/api/');
    return isForPeople ? send(c, index, 404) : next();
  });
  return app;
}

function pageInEveryLanguage(folder: string, name: string): Record<Language, string> {
  const read = (language: Language) => readFileSync(join(folder, `${name}.${language}.html`), 'utf8');
  return Object.fromEntries(languages.map((language) => [language, read(language)])) as Record<
    Language,
    string
  >;
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
