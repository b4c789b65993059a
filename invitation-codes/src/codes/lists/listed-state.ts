import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { CodeTerms } from '../../code.ts';
import type { InvitationTables } from '../../tables.ts';
import { usesLeft } from '../bulk.ts';

/** What a list says of a code: the first of revoked, ended, used up and not yet that is true, else open. */
export type ListedState = 'open' | 'notYet' | 'usedUp' | 'ended' | 'revoked';

/** `now` in epoch milliseconds. */
export function listedStateOf(code: Omit<CodeTerms, 'kind'>, now: number): ListedState {
  if (code.revokedAt !== null) return 'revoked';
  if (code.validUntil < now) return 'ended';
  if (code.remaining === 0) return 'usedUp';
  return now < code.validFrom ? 'notYet' : 'open';
}

/** The same as a condition on `invitationCode`. */
export function isInState(state: ListedState, now: number) {
  return ({ eb, and }: ExpressionBuilder<InvitationTables, 'invitationCode'>): Expression<SqlBool> => {
    const isRevoked = eb('invitationCode.revokedAt', 'is not', null);
    if (state === 'revoked') return isRevoked;
    const notRevoked = eb('invitationCode.revokedAt', 'is', null);
    if (state === 'ended') return and([notRevoked, eb('invitationCode.validUntil', '<', now)]);
    const runs = [notRevoked, eb('invitationCode.validUntil', '>=', now)];
    if (state === 'usedUp') return and([...runs, sql<SqlBool>`${usesLeft} = 0`]);
    const begun = eb('invitationCode.validFrom', state === 'open' ? '<=' : '>', now);
    return and([...runs, begun, sql<SqlBool>`${usesLeft} > 0`]);
  };
}
