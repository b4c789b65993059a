import type { NewCode } from '@foyer/invitation-codes/terms';
import type { RowProblem } from './validate-row.ts';

/** A row of a file. Its code's text is encrypted, as in the database, because rows wait on the disk. */
export type FileRow = ValidRow | InvalidRow;

export type ValidRow = {
  /** From 1. */
  row: number;
  digest: string;
  sealed: string;
} & Omit<NewCode, 'code'>;

export type InvalidRow = {
  row: number;
  /** Null when its text cannot be a code. */
  digest: string | null;
  sealedText: string | null;
  problems: RowProblem[];
};

export function isValid(row: FileRow): row is ValidRow {
  return 'sealed' in row;
}
