import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';

type Limit = { maxSize: number; onError: (c: Context) => Response };

/**
 * Refuses bodies that are too long: by the length that they announce, and where they announce none by Hono's own limit. That
 * one looks for the body first, for which a request of the platform is built around it, and read as a stream.
 *
 * @param maxSize in bytes
 */
export function limitBody({ maxSize, onError }: Limit) {
  const counting = bodyLimit({ maxSize, onError });
  return createMiddleware(async (c, next) => {
    const length = c.req.header('content-length');
    if (length === undefined || c.req.header('transfer-encoding') !== undefined) return counting(c, next);
    if (Number(length) > maxSize) return onError(c);
    await next();
  });
}
