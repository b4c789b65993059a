import { addressOf as pathOf, type Route } from '@foyer/api/route';
import type { Context, Env, Handler, Hono, Next } from 'hono';
import { createMiddleware } from 'hono/factory';
import { validator } from 'hono/validator';
import type * as z from 'zod';
import { refuse } from './errors.ts';
import { bodyOf, problemOf } from './input.ts';

type Json<R> = R extends { body: infer Body extends z.ZodType }
  ? { in: { json: z.input<Body> }; out: { json: z.output<Body> } }
  : unknown;
type Params<R> = R extends { params: infer Schema extends z.ZodObject }
  ? { in: { param: z.input<Schema> }; out: { param: z.output<Schema> } }
  : unknown;

type Query<R> = R extends { query: infer Schema extends z.ZodObject }
  ? { in: { query: z.input<Schema> }; out: { query: z.output<Schema> } }
  : unknown;

type AnyMiddleware = (c: never, next: Next) => Promise<unknown>;

export type ContextOf<E extends Env, R extends Route> = Context<
  E,
  string,
  Json<R> & Params<R> & Query<R> & object
>;

// An order: the body is read before the middleware, so that a slow body does not block the attempt limiter.
export function serveRoute<E extends Env, R extends Route>(
  app: Hono<E>,
  route: R,
  ...handlers: [...middleware: AnyMiddleware[], handler: (c: ContextOf<E, R>) => Response | Promise<Response>]
): void {
  const { method, base, path, params, unknown = 'NOT_FOUND', query, body, isBodyOptional } = route as Route;
  const checks: unknown[] = base.startsWith('/api/operator') ? [isGuarded(route)] : [];
  if (params)
    checks.push(
      validator('param', (value, c) => {
        const { success, data } = params.safeParse(value);
        return success ? data : refuse(c, 404, unknown);
      }),
    );
  if (query)
    checks.push(
      validator('query', (value, c) => {
        const { success, data, error } = query.safeParse(value);
        return success ? data : refuse(c, 400, 'INVALID_INPUT', problemOf(error));
      }),
    );
  if (body) checks.push(bodyOf(body, { mayBeMissing: isBodyOptional }));
  app.on(method, [path], ...([...checks, ...handlers] as Handler[]));
}

/** The guard of operators decided about exactly this route: otherwise two paths overlap, and its answer was for the other. */
function isGuarded(route: Route) {
  return createMiddleware<{ Variables: { admittedTo: Route } }>(async (c, next) => {
    if (c.get('admittedTo') !== route) throw new Error(`the guard did not admit to ${pathOf(route)}`);
    await next();
  });
}
