import type { NewCode } from '@foyer/invitation-codes/terms';
import type { RowProblem } from '../validate/row.ts';

/** A row that was read. Its text is there only sealed, as in the database: rows wait on the disk. */
export type FileRow = ValidRow | InvalidRow;

/** A row with the terms of a code. */
export type ValidRow = {
  /** Its place among all rows, from 1. */
  row: number;
  digest: string;
  sealed: string;
} & Omit<NewCode, 'code'>;

/** A row with what is wrong with it. */
export type InvalidRow = {
  row: number;
  /** Null when its text cannot be a code's. */
  digest: string | null;
  sealedText: string | null;
  problems: RowProblem[];
};

/** Whether a row can be a code. */
export function isValid(row: FileRow): row is ValidRow {
  return 'sealed' in row;
}
