import { CsvError, parse } from 'csv-parse/sync';
import type { ImportFormat } from '../read/format.ts';
import { bytesOfRow, type RawBatch } from '../read/split.ts';
import { decode } from './broken.ts';
import { fileFields } from './row.ts';

export { CsvError };

/** How the rows of a file are written. */
export type FileSyntax = {
  format: ImportFormat;
  /** The names in the header of CSV; of other formats none. */
  columns: string[];
};

/** The first row of a batch, from 0, that is not well formed, as it stands there, and why. */
export type MalformedRow = {
  malformed: number;
  bytes: Uint8Array;
  reason: 'not text' | 'not JSON' | { csv: string };
};

/** Whether rows could not be read. */
export function isMalformed(read: object): read is MalformedRow {
  return 'broken' in read;
}

/** The values that the rows of a batch are, as JSON would have them. */
export function parseBatch(batch: RawBatch, writing: FileSyntax): unknown[] | MalformedRow {
  return parseAtOnce(batch, writing) ?? parseOneByOne(batch, writing);
}

/** The cells of lines of CSV. Throws `CsvError` where they are none. */
export function parseCsv(text: string): string[][] {
  // A row is cut before its line feed, and may end in the other half of the line break.
  return parse(text.replace(/\r$/, ''), { record_delimiter: ['\r\n', '\n'], skip_empty_lines: true });
}

/** Several times as fast as one by one. Null when anything is wrong: then which row it is must be found. */
function parseAtOnce({ bytes, edges }: RawBatch, writing: FileSyntax): unknown[] | null {
  const text = decode(bytes);
  if (text === null || writing.format === 'jsonl') return null;
  try {
    const values =
      writing.format === 'json'
        ? (JSON.parse(`[${text}]`) as unknown[])
        : parseCsv(text).map((cells) => objectOf(cells, writing.columns));
    return values.length === edges.length / 2 ? values : null;
  } catch {
    return null;
  }
}

function parseOneByOne(batch: RawBatch, writing: FileSyntax): unknown[] | MalformedRow {
  const values: unknown[] = [];
  for (let row = 0; row < batch.edges.length / 2; row++) {
    const bytes = bytesOfRow(batch, row);
    const text = decode(bytes);
    if (text === null) return { malformed: row, bytes, reason: 'not text' };
    try {
      values.push(parseValue(text, writing));
    } catch (error) {
      const reason = error instanceof CsvError ? { csv: csvProblem(error) } : 'not JSON';
      return { malformed: row, bytes: Uint8Array.from(bytes), reason };
    }
  }
  return values;
}

function parseValue(text: string, { format, columns }: FileSyntax): unknown {
  if (format !== 'csv') return JSON.parse(text);
  const [cells = []] = parseCsv(text);
  return objectOf(cells, columns);
}

const counts: readonly string[] = [fileFields.allowed, fileFields.remaining];

/** An empty cell is a field that is left out. */
function objectOf(cells: string[], columns: string[]): Record<string, unknown> {
  if (cells.length !== columns.length) throw new CsvError('CSV_RECORD_INCONSISTENT_COLUMNS', '');
  const fields = cells.flatMap((written, index): [string, unknown][] => {
    const column = columns[index] ?? '';
    if (written === '') return [];
    // The export puts an apostrophe before what a spreadsheet would take for a formula.
    const cell = written.replace(/^'(?=['=+\-@\t\r])/, '');
    return [[column, counts.includes(column) && /^-?\d+$/.test(cell) ? Number(cell) : cell]];
  });
  return Object.fromEntries(fields);
}

/** Why a text is no CSV, as the end of a sentence. */
export function csvProblem({ code }: CsvError): string {
  if (/INCONSISTENT/.test(code)) return 'the row has more or fewer cells than the header';
  return /QUOTE/.test(code) ? 'a quotation mark is out of place' : 'the row is not well formed';
}
