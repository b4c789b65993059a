import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { CodeKind } from '../code.ts';
import type { InvitationTables } from '../tables.ts';

/** A missing field matches every value. */
export type CodeFilter = {
  kind?: CodeKind | undefined;
  label?: string | undefined;
  /** The id of a batch. */
  batch?: string | undefined;
  /** The digest of one code. */
  digest?: string | undefined;
};

/** A condition on `invitationCode`. */
export function matching({ kind, label, batch, digest }: CodeFilter) {
  return ({ eb, and }: ExpressionBuilder<InvitationTables, 'invitationCode'>): Expression<SqlBool> =>
    and([
      ...(kind === undefined ? [] : [eb('invitationCode.kind', '=', kind)]),
      ...(label === undefined ? [] : [eb('invitationCode.label', '=', label)]),
      ...(batch === undefined ? [] : [eb('invitationCode.batchId', '=', batch)]),
      ...(digest === undefined ? [] : [eb('invitationCode.digest', '=', digest)]),
    ]);
}
