import type { Database } from '@foyer/database';
import type { InvitationCodesOptions } from '@foyer/invitation-codes';
import { type Refusal, refusals } from '@foyer/policy';
import { APIError } from 'better-auth/api';
import * as z from 'zod';
import { noteConfirmed } from './confirm.ts';
import type { SecondFactors } from './second-factor.ts';

type Deps = { db: Database['db']; factors: SecondFactors; now: () => number };

const withCode = z.object({ code: z.string().optional() });

/** Asks an operator for the second factor at the login. The login of members stays as it is. */
export function proveOperator({ db, factors, now }: Deps): InvitationCodesOptions['proveLogin'] {
  return async (userId, body) => {
    const operator = await db
      .selectFrom('operator')
      .select('userId')
      .where('userId', '=', userId)
      .executeTakeFirst();
    const proof = operator ? await factors.prove(userId, withCode.safeParse(body).data?.code) : null;
    if (proof === null) return null;
    if (proof === 'missing') return error('SECOND_FACTOR_REQUIRED');
    if (proof === 'wrong') return error('SECOND_FACTOR_WRONG');
    if (proof !== 'right') return tooMany(proof.tooMany);
    return async (sessionId) => {
      await noteConfirmed(db, sessionId, { withSecondFactor: true, now: now() });
    };
  };
}

function error(code: Refusal): APIError {
  return new APIError('BAD_REQUEST', { code, message: refusals[code] });
}

function tooMany(waitMs: number): APIError {
  const code = 'TOO_MANY_TRIES';
  const headers = { 'Retry-After': String(Math.ceil(waitMs / 1000)) };
  return new APIError('TOO_MANY_REQUESTS', { code, message: refusals[code] }, headers);
}
