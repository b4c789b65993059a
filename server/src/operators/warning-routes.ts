import { getWarnings } from '@foyer/api/operator/warnings';
import { Hono } from 'hono';
import { serveRoute } from '../http/serve-route.ts';
import type { Parts } from '../parts.ts';
import type { Operating } from './guard.ts';

export function warningRoutes({ warnings }: Pick<Parts, 'warnings'>) {
  const app = new Hono<Operating>();
  serveRoute(app, getWarnings, async (c) => c.json({ warnings: await warnings.current() }));
  return app;
}
