import type { RawBuilder } from 'kysely';
import type { CodeKind } from '../code.ts';
import type { RedemptionRow } from '../tables.ts';

export type Spending = {
  digest: string;
  kind: CodeKind;
  entry: RedemptionRow['entry'];
  /** Nothing is spent when this condition holds. Default: none. */
  unless?: RawBuilder<boolean> | undefined;
};

/**
 * Statements that run together with a redemption, and only if it succeeds. They cannot see each other's rows or the
 * redemption's row: they take its ids from the argument.
 */
export type DependentRows = (redemption: NewRedemption) => RawBuilder<unknown>[];

/** With a `from`, the ids are columns of the table that it names; otherwise they are values. */
export type NewRedemption = {
  id: RawBuilder<string>;
  codeId: RawBuilder<string>;
  from: RawBuilder<unknown>;
};
