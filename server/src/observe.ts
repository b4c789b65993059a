import { createMiddleware } from 'hono/factory';
import type { RequestIdVariables } from 'hono/request-id';
import { routePath } from 'hono/route';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

/** A request that was answered. */
export type Answered = {
  method: string;
  /** The pattern of its route, as `/api/chats/:id`: the path itself has ids, and may have anything. */
  route: string;
  status: number;
  /** Until its answer began: a streamed one goes on. */
  durationMs: number;
};

/** Where nothing is measured. */
export const noMetrics: Metrics = { answered: () => {}, close: async () => {} };

/** Asked again and again by machines. */
const probes = new Set(['/healthz', '/readyz']);

/** Writes one line for each request, and counts it. */
export function observe({ log, metrics }: { log: Log; metrics: Metrics }) {
  return createMiddleware<{ Variables: RequestIdVariables }>(async (c, next) => {
    const begun = performance.now();
    await next();
    const durationMs = Math.round((performance.now() - begun) * 10) / 10;
    const answered: Answered = {
      method: c.req.method,
      route: routePath(c),
      status: c.res.status,
      durationMs,
    };
    const level = probes.has(answered.route) ? 'debug' : 'info';
    log('request', { requestId: c.get('requestId'), ...answered }, level);
    metrics.answered(answered);
  });
}
