import { createMiddleware } from 'hono/factory';
import type { RequestIdVariables } from 'hono/request-id';
import { routePath } from 'hono/route';
import type { Log } from './log.ts';
import type { AnsweredRequest, Metrics, Tracing } from './measured.ts';

/** Asked again and again by machines. */
const probes = new Set(['/healthz', '/readyz']);

/** Writes one line for each request, counts it, and traces it. */
export function logRequests({ log, metrics, tracing }: { log: Log; metrics: Metrics; tracing: Tracing }) {
  return createMiddleware<{ Variables: RequestIdVariables }>(async (c, next) => {
    const begun = performance.now();
    const answer = async (): Promise<AnsweredRequest> => {
      await next();
      const durationMs = Math.round((performance.now() - begun) * 10) / 10;
      return { method: c.req.method, route: routePath(c), status: c.res.status, durationMs };
    };
    await tracing.request(c.req.header('traceparent'), async () => {
      const answered = await answer();
      const level = probes.has(answered.route) ? 'debug' : 'info';
      log('request', { requestId: c.get('requestId'), ...answered }, level);
      metrics.answered(answered);
      return answered;
    });
  });
}
