import type { NewCode } from '@foyer/invitation-codes/terms';
import type { RowProblem } from './validate-row.ts';

/** A row of a file. Its code's text is encrypted, as in the database, because rows wait on the disk. */
export type FileRow = ValidRow | InvalidRow;

export type ValidRow = {
  row: number;
  digest: string;
  sealed: string;
} & Omit<NewCode, 'code'>;

export type InvalidRow = {
  row: number;
  digest: string | null;
  sealedText: string | null;
  problems: RowProblem[];
};

export function isValid(row: FileRow): row is ValidRow {
  return 'sealed' in row;
}
