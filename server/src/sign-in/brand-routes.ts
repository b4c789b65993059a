import { getLogo } from '@foyer/api/access';
import { Hono } from 'hono';
import { refuse } from '../http/errors.ts';
import { serveRoute } from '../http/serve-route.ts';
import type { BrandOnPages } from './brand-on-pages.ts';

export function brandRoutes({ picture }: Pick<BrandOnPages, 'picture'>) {
  const app = new Hono();
  serveRoute(app, getLogo, (c) =>
    picture
      ? c.body(picture.bytes, 200, {
          'Content-Type': picture.type,
          'Cache-Control': 'public, max-age=31536000, immutable',
        })
      : refuse(c, 404, 'NOT_FOUND'),
  );
  return app;
}
