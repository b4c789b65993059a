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

/** What is traced while the server runs. */
export type Tracing = {
  /** Traces a request while it is answered. */
  request: (traceparent: string | undefined, answer: () => Promise<Answered>) => Promise<void>;
  /** Notes a piece of work that has just ended, as done for the request of its async context. */
  note: (name: string, durationMs: number) => void;
  /** Sends what is left. */
  close: () => Promise<void>;
};

/** Where nothing is measured. */
export const noMetrics: Metrics = { answered: () => {}, close: async () => {} };

/** Where nothing is traced. */
export const noTracing: Tracing = {
  request: async (_, answer) => void (await answer()),
  note: () => {},
  close: async () => {},
};

/** Asked again and again by machines. */
const probes = new Set(['/healthz', '/readyz']);

/** Writes one line for each request, counts it, and traces it. */
export function observe({ log, metrics, tracing }: { log: Log; metrics: Metrics; tracing: Tracing }) {
  return createMiddleware<{ Variables: RequestIdVariables }>(async (c, next) => {
    const begun = performance.now();
    const answer = async (): Promise<Answered> => {
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
