import { type BadRow, type GoodRow, isGood, type ReadRow } from '../read/read-row.ts';

/** In which order the fields of a good row stand in its line. The number of the row comes after them. */
export const lineFields = [
  'digest',
  'sealed',
  'kind',
  'allowed',
  'remaining',
  'validFrom',
  'validUntil',
  'requirement',
  'label',
] as const satisfies (keyof GoodRow)[];

type Line = [...unknown[], number];

/** A row as JSON, on one line: a good one as an array that begins with its digest, so that lines sort as digests do. */
export function lineOf(row: ReadRow): string {
  if (!isGood(row)) return JSON.stringify(row);
  return JSON.stringify([...lineFields.map((field) => row[field]), row.row] satisfies Line);
}

/** The rows that lines are. */
export function rowsOf(lines: string[]): ReadRow[] {
  return (JSON.parse(`[${lines.join(',')}]`) as (Line | BadRow)[]).map((line) => {
    if (!Array.isArray(line)) return line;
    const fields = Object.fromEntries(lineFields.map((field, index) => [field, line[index]]));
    return { ...fields, row: line.at(-1) } as GoodRow;
  });
}
