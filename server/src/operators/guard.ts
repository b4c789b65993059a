import { routes } from '@foyer/api';
import { addressOf as pathOf, type Route, type Scope, scopes } from '@foyer/api/route';
import type { Database } from '@foyer/database';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Actor } from '../audit/note-act.ts';
import type { Sessions } from '../auth/session.ts';
import { maskedAddress } from '../http/client-address.ts';
import { refuse, refuseTooMany } from '../http/errors.ts';
import type { RateLimits } from '../rate-limits/rate-limits.ts';
import { findOperator, type OperatorSession } from './find-operator.ts';
import { findToken, type KnownToken, noteUse } from './find-token.ts';

export type Asking = {
  scopes: readonly Scope[];
  session: OperatorSession | null;
  token: KnownToken | null;
};

/** What the guard tells the routes below `/api/operator`. The two open routes get nothing. */
export type Operating = {
  Bindings: HttpBindings;
  Variables: { actor: Actor; asking: Asking; admittedTo: Route };
};

type Deps = {
  database: Pick<Database, 'db' | 'reads'>;
  sessions: Pick<Sessions, 'personOf' | 'isTimeOver'>;
  attempts: RateLimits['attempts'];
  addressOf: (env: HttpBindings) => string;
  now: () => number;
};

type Refused = { refused: Response };

// Stands before every check of bodies, parameters and paths: a person without the right learns nothing from them.
// What the contract does not name is answered here, so no route can be reached around the guard.
export function guard({ database, sessions, attempts, addressOf, now }: Deps) {
  async function byToken(c: Context, authorization: string): Promise<Asking | Refused> {
    const address = addressOf(c.env);
    const given = /^Bearer ([\w-]{1,200})$/i.exec(authorization.slice(0, 300))?.[1];
    const token = given === undefined ? null : await findToken(database.reads, given);
    // A valid token always passes: it cannot be guessed, and others at the address must not lock it out.
    if (!token) {
      if (await attempts.count('token', address)) return { refused: refuse(c, 401, 'TOKEN_INVALID') };
      attempts.noteRefused();
      return { refused: refuseTooMany(c, await attempts.waitMs('token', address)) };
    }
    await noteUse(database.db, token, now());
    return { scopes: token.scopes, session: null, token };
  }

  async function bySession(c: Context): Promise<Asking | Refused> {
    const person = await sessions.personOf(c);
    if (!person) return { refused: refuse(c, 401, sessions.isTimeOver(c) ? 'TIME_OVER' : 'NOT_SIGNED_IN') };
    const session = person.isGuest ? null : await findOperator(database.reads, person);
    if (!session) return { refused: refuse(c, 403, 'NOT_AN_OPERATOR') };
    return { scopes, session, token: null };
  }

  return createMiddleware<Operating>(async (c, next) => {
    const route = routeOf(c.req.method, c.req.path);
    if (route) c.set('admittedTo', route);
    if (route?.isOpen) return next();
    const authorization = c.req.header('authorization');
    const asking = await (authorization === undefined ? bySession(c) : byToken(c, authorization));
    if ('refused' in asking) return asking.refused;
    if (!route) return refuse(c, 404, 'NOT_FOUND');
    const refusal = refusalOf(route, asking, now());
    if (refusal) return refuse(c, 403, refusal);
    c.set('asking', asking);
    const { session, token } = asking;
    c.set('actor', {
      by: session ? 'operator' : 'token',
      id: session?.person.id ?? token?.id ?? null,
      from: maskedAddress(addressOf(c.env)),
    });
    await next();
  });
}

function refusalOf({ scope, isFresh, path }: Route, { scopes, session }: Asking, now: number) {
  if (session ? false : scope === undefined || !scopes.includes(scope)) return 'SCOPE_MISSING';
  const isConfirming = path === '/confirm';
  if (!session || isConfirming) return null;
  const isProven = session.secondFactor !== 'missing';
  return isProven && !(isFresh && session.freshUntil <= now) ? null : 'SIGN_IN_AGAIN';
}

const patterns = routes
  .filter(({ base }) => base.startsWith('/api/operator'))
  .map((route) => ({ route, pattern: patternOf(route), params: pathOf(route).split(':').length }))
  // `/codes/export` comes before `/codes/:id`.
  .toSorted((one, other) => one.params - other.params);

function routeOf(method: string, path: string): Route | undefined {
  const asked = method === 'HEAD' ? 'GET' : method;
  return patterns.find(({ route, pattern }) => route.method === asked && pattern.test(path))?.route;
}

function patternOf(route: Route): RegExp {
  const parts = pathOf(route).split('/');
  return new RegExp(
    `^${parts.map((part) => (part.startsWith(':') ? '[^/]+' : RegExp.escape(part))).join('/')}$`,
  );
}
