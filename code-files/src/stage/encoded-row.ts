import { type FileRow, type InvalidRow, isValid, type ValidRow } from '../read/read-row.ts';

/** In which order the fields of a good row stand in its line. The number of the row comes after them. */
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
] as const satisfies (keyof ValidRow)[];

type EncodedRow = [...unknown[], number];

/** A row as JSON, on one line: a good one as an array that begins with its digest, so that lines sort as digests do. */
export function encodeRow(row: FileRow): string {
  if (!isValid(row)) return JSON.stringify(row);
  return JSON.stringify([...encodedFields.map((field) => row[field]), row.row] satisfies EncodedRow);
}

/** The rows that lines are. */
export function decodeRows(lines: string[]): FileRow[] {
  return (JSON.parse(`[${lines.join(',')}]`) as (EncodedRow | InvalidRow)[]).map((line) => {
    if (!Array.isArray(line)) return line;
    const fields = Object.fromEntries(encodedFields.map((field, index) => [field, line[index]]));
    return { ...fields, row: line.at(-1) } as ValidRow;
  });
}
