import * as contract from '@foyer/api/operator/tokens';
import { Hono } from 'hono';
import { refuse } from '../http/errors.ts';
import { serveRoute } from '../http/serve-route.ts';
import type { Parts } from '../parts.ts';
import type { Operating } from './guard.ts';
import { createToken, listTokens, revokeToken } from './tokens.ts';

export function tokenRoutes({ database: { db }, now }: Pick<Parts, 'database' | 'now'>) {
  const app = new Hono<Operating>();
  serveRoute(app, contract.listTokens, async (c) => c.json({ tokens: await listTokens(db) }));
  serveRoute(app, contract.createToken, async (c) => {
    const how = { actor: c.get('actor'), now: now() };
    return c.json(await createToken(db, c.req.valid('json'), how), 201);
  });
  serveRoute(app, contract.revokeToken, async (c) => {
    const how = { actor: c.get('actor'), now: now() };
    return (await revokeToken(db, c.req.valid('param').id, how))
      ? c.body(null, 204)
      : refuse(c, 404, 'NOT_FOUND');
  });
  return app;
}
