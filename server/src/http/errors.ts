import type { Unavailable } from '@foyer/database';
import { type OperatorRefusal, operatorRefusals, type Refusal, refusals } from '@foyer/policy';
import { APIError } from 'better-auth/api';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

export type RefusalBody = { code: Refusal | OperatorRefusal; message: string };

const sentences = { ...refusals, ...operatorRefusals };

/** @param message replaces the refusal's own sentence, to name a field */
export function refuse<Status extends ContentfulStatusCode>(
  c: Context,
  status: Status,
  code: Refusal | OperatorRefusal,
  message: string = sentences[code],
) {
  return c.json<RefusalBody, Status>({ code, message }, status);
}

export function refuseTooMany(c: Context, waitMs: number) {
  c.header('Retry-After', String(Math.max(1, Math.ceil(waitMs / 1000))));
  return refuse(c, 429, 'TOO_MANY_TRIES');
}

export function personIsGone(): APIError {
  return new APIError('UNAUTHORIZED', { code: 'NOT_SIGNED_IN', message: refusals.NOT_SIGNED_IN });
}

/** `retryAfter` in seconds. */
const unavailableAnswers = {
  overloaded: { code: 'OVERLOADED', retryAfter: '2' },
  away: { code: 'DATABASE_AWAY', retryAfter: '5' },
  full: { code: 'STORAGE_FULL', retryAfter: '30' },
} as const;

export function refuseUnavailable(c: Context, { kind }: Unavailable) {
  const { code, retryAfter } = unavailableAnswers[kind];
  c.header('Retry-After', retryAfter);
  return refuse(c, 503, code);
}
