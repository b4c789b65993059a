import { chooseLanguage } from '@foyer/api/access';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { isSecure } from '../http/cookies.ts';
import { languageCookies } from '../http/request-language.ts';
import { serveRoute } from '../http/serve-route.ts';
import type { Parts } from '../parts.ts';

export function languageRoutes({
  config,
  database: { db },
  sessions,
}: Pick<Parts, 'config' | 'database' | 'sessions'>) {
  const cookies = languageCookies(isSecure(config));
  const app = new Hono<{ Bindings: HttpBindings }>();
  serveRoute(app, chooseLanguage, async (c) => {
    const { language } = c.req.valid('json');
    const person = await sessions.personOf(c);
    if (person && !person.isGuest)
      await db.updateTable('user').set({ language }).where('id', '=', person.id).execute();
    cookies.choose(c, language);
    return c.body(null, 204);
  });
  return app;
}
