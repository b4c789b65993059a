import { getContract } from '@foyer/api/health';
import { openApi } from '@foyer/api/openapi';
import { Hono } from 'hono';
import packageJson from '../../../package.json' with { type: 'json' };
import { serveRoute } from './serve-route.ts';

export function contractRoute() {
  const app = new Hono();
  let document: string | null = null;
  serveRoute(app, getContract, (c) => {
    document ??= JSON.stringify(openApi(packageJson.version));
    return c.body(document, 200, { 'Content-Type': 'application/json' });
  });
  return app;
}
