import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { CodeKind } from '../../code.ts';
import type { InvitationTables } from '../../tables.ts';
import { isInState, type ListedState } from './listed-state.ts';

/** A missing field matches every value. Times are epoch milliseconds, and inclusive. */
export type CodeFilter = {
  kind?: CodeKind | undefined;
  label?: string | undefined;
  /** The id of a batch. */
  batch?: string | undefined;
  /** The digest of one code. */
  digest?: string | undefined;
  ids?: string[] | undefined;
  /** The id of an assistant. */
  assistant?: string | undefined;
  /** The state at a time. */
  state?: { is: ListedState; at: number } | undefined;
  createdFrom?: number | undefined;
  createdUntil?: number | undefined;
  endsFrom?: number | undefined;
  endsUntil?: number | undefined;
  isRevoked?: boolean | undefined;
  /** The time of a revocation. */
  revokedAt?: number | undefined;
};

/** A condition on `invitationCode`. */
export function matching(filter: CodeFilter) {
  return (builder: ExpressionBuilder<InvitationTables, 'invitationCode'>): Expression<SqlBool> => {
    const { eb, and } = builder;
    const { ids, state, isRevoked } = filter;
    const given = comparisons.flatMap(([field, column, operator]) => {
      const value = filter[field];
      return value === undefined ? [] : [eb(`invitationCode.${column}`, operator, value)];
    });
    return and([
      ...given,
      ...(ids === undefined ? [] : [eb('invitationCode.id', 'in', ids.length === 0 ? [''] : ids)]),
      ...(isRevoked === undefined ? [] : [eb('invitationCode.revokedAt', isRevoked ? 'is not' : 'is', null)]),
      ...(state === undefined ? [] : [isInState(state.is, state.at)(builder)]),
    ]);
  };
}

const comparisons = [
  ['kind', 'kind', '='],
  ['label', 'label', '='],
  ['batch', 'batchId', '='],
  ['digest', 'digest', '='],
  ['assistant', 'assistant', '='],
  ['revokedAt', 'revokedAt', '='],
  ['createdFrom', 'createdAt', '>='],
  ['createdUntil', 'createdAt', '<='],
  ['endsFrom', 'validUntil', '>='],
  ['endsUntil', 'validUntil', '<='],
] as const;
