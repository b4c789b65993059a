import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';

type Limit = { maxSize: () => number; onError: (c: Context) => Response };

/** `maxSize` in bytes. Hono's check builds a whole `Request` first; we avoid that when Content-Length is known. */
export function limitBody({ maxSize, onError }: Limit) {
  return createMiddleware(async (c, next) => {
    const length = c.req.header('content-length');
    if (length === undefined || c.req.header('transfer-encoding') !== undefined)
      return bodyLimit({ maxSize: maxSize(), onError })(c, next);
    if (Number(length) > maxSize()) return onError(c);
    await next();
  });
}
