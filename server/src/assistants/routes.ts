import { getPicture } from '@foyer/api/access';
import { Hono } from 'hono';
import { refuse } from '../http/errors.ts';
import { serveRoute } from '../http/serve-route.ts';
import type { Assistants } from './open-assistants.ts';

export function assistantRoutes({ assistants }: { assistants: Assistants }) {
  const app = new Hono();
  serveRoute(app, getPicture, async (c) => {
    const picture = await assistants.pictureOf(c.req.valid('param').id);
    if (!picture) return refuse(c, 404, 'NOT_FOUND');
    const { bytes, type } = picture;
    return c.body(new Uint8Array(bytes), 200, { 'Content-Type': type });
  });
  return app;
}
