import type { RawBuilder } from 'kysely';
import type { CodeKind } from '../code.ts';
import type { RedemptionRow } from '../tables.ts';

/** What is spent, and by whom. */
export type Spending = { digest: string; kind: CodeKind; entry: RedemptionRow['entry'] };

/**
 * Statements that are written with a redemption, and only if it is. They do not see each other's rows, nor the redemption's:
 * they select its id and its code's, which are columns where `from` names a table, and otherwise values.
 */
export type DependentRows = (redemption: NewRedemption) => RawBuilder<unknown>[];

export type NewRedemption = {
  id: RawBuilder<string>;
  codeId: RawBuilder<string>;
  from: RawBuilder<unknown>;
};
