import type { Unavailable } from '@foyer/database';
import { type Refusal, refusals } from '@foyer/policy';
import { APIError } from 'better-auth/api';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** The body of every no. */
export type Refused = { code: Refusal; message: string };

/**
 * Answers a refusal.
 *
 * @param message replaces the refusal's own sentence, to name a field
 */
export function refuse<Status extends ContentfulStatusCode>(
  c: Context,
  status: Status,
  code: Refusal,
  message: string = refusals[code],
) {
  return c.json<Refused, Status>({ code, message }, status);
}

/** Answers that something may be tried again only after a while, in milliseconds. */
export function refuseTooMany(c: Context, waitMs: number) {
  c.header('Retry-After', String(Math.max(1, Math.ceil(waitMs / 1000))));
  return refuse(c, 429, 'TOO_MANY_TRIES');
}

/** Thrown when the person whom a request names is gone by the time that they are looked up. */
export function personIsGone(): APIError {
  return new APIError('UNAUTHORIZED', { code: 'NOT_SIGNED_IN', message: refusals.NOT_SIGNED_IN });
}

/** What each trouble is called, and after how many seconds it is worth while to come again. */
const troubles = {
  overloaded: { code: 'OVERLOADED', retryAfter: '2' },
  away: { code: 'DATABASE_AWAY', retryAfter: '5' },
  full: { code: 'STORAGE_FULL', retryAfter: '30' },
} as const;

/** Answers that it cannot be done now: whoever comes again in a while may find that it can. */
export function refuseUnavailable(c: Context, { kind }: Unavailable) {
  const { code, retryAfter } = troubles[kind];
  c.header('Retry-After', retryAfter);
  return refuse(c, 503, code);
}
