import { openedTerms } from '@foyer/invitation-codes/terms';
import { type FileRow, type InvalidRow, isValid, type ValidRow } from '../validate/file-row.ts';

/** The order of the fields in an encoded valid row. The row's number comes last. */
export const encodedFields = [
  'digest',
  'sealed',
  'kind',
  'allowed',
  'remaining',
  'validFrom',
  'validUntil',
  'requirement',
  'label',
  ...openedTerms,
] as const satisfies (keyof ValidRow)[];

type EncodedRow = [...unknown[], number];

/** A row as JSON on one line. A valid row is an array that starts with its digest, so that encoded rows sort by digest. */
export function encodeRow(row: FileRow): string {
  if (!isValid(row)) return JSON.stringify(row);
  return JSON.stringify([...encodedFields.map((field) => row[field]), row.row] satisfies EncodedRow);
}

export function decodeRows(encoded: string[]): FileRow[] {
  return (JSON.parse(`[${encoded.join(',')}]`) as (EncodedRow | InvalidRow)[]).map((row) => {
    if (!Array.isArray(row)) return row;
    const fields = Object.fromEntries(encodedFields.map((field, index) => [field, row[index]]));
    return { ...fields, row: row.at(-1) } as ValidRow;
  });
}

export function digestOfEncoded(encoded: string): string {
  return JSON.parse(encoded)[0];
}
