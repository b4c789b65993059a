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

/** A use that was spent. */
export type Redemption = {
  id: string;
  /** How long a guest may stay; null for no end. */
  minutes: number | null;
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
  /** When the guest's time is over, epoch milliseconds; null for no end. */
  endsAt: RawBuilder<number | null>;
  /** True when the guest needs a place in the code's room. */
  isRoom: boolean;
};
