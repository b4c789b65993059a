import { CsvError, csvProblem, parseCsv } from '../read/csv.ts';
import { countFields } from '../read/file-fields.ts';
import type { ImportFormat } from '../read/format.ts';
import { decode } from '../read/malformed.ts';
import { bytesOfRow, type RawBatch } from '../read/split.ts';
import { plainValues } from './extended-json.ts';

export type FileSyntax = {
  format: ImportFormat;
  /** Of CSV; null for a column without a name. */
  columns: (string | null)[];
  separator: string;
};

/** The first malformed row of a batch, counted from 0. */
export type MalformedRow = {
  malformed: number;
  bytes: Uint8Array;
  reason: 'not text' | 'not JSON' | { csv: string };
};

export function isMalformed(result: object): result is MalformedRow {
  return 'malformed' in result;
}

export function parseBatch(batch: RawBatch, syntax: FileSyntax): unknown[] | MalformedRow {
  return parseAtOnce(batch, syntax) ?? parseOneByOne(batch, syntax);
}

/** Several times as fast as row by row. Null when a row is malformed: `parseOneByOne` then finds it. */
function parseAtOnce({ bytes, edges }: RawBatch, syntax: FileSyntax): unknown[] | null {
  const text = decode(bytes);
  if (text === null || syntax.format === 'jsonl') return null;
  try {
    const values =
      syntax.format === 'json'
        ? plainValues(JSON.parse(`[${text}]`), text)
        : parseCsv(text, syntax.separator).map((cells) => objectOf(cells, syntax.columns));
    return values.length === edges.length / 2 ? values : null;
  } catch {
    return null;
  }
}

function parseOneByOne(batch: RawBatch, syntax: FileSyntax): unknown[] | MalformedRow {
  const values: unknown[] = [];
  for (let row = 0; row < batch.edges.length / 2; row++) {
    const bytes = bytesOfRow(batch, row);
    const text = decode(bytes);
    if (text === null) return { malformed: row, bytes, reason: 'not text' };
    try {
      values.push(parseValue(text, syntax));
    } catch (error) {
      const reason = error instanceof CsvError ? { csv: csvProblem(error) } : 'not JSON';
      return { malformed: row, bytes: Uint8Array.from(bytes), reason };
    }
  }
  return values;
}

function parseValue(text: string, { format, columns, separator }: FileSyntax): unknown {
  if (format !== 'csv') return plainValues([JSON.parse(text)], text)[0];
  const [cells = []] = parseCsv(text, separator);
  return objectOf(cells, columns);
}

function objectOf(cells: string[], columns: (string | null)[]): Record<string, unknown> {
  const named = columns.findLastIndex((column) => column !== null) + 1;
  const isTooLong = cells.slice(columns.length).some((cell) => cell !== '');
  if (cells.length < named || isTooLong) throw new CsvError('CSV_RECORD_INCONSISTENT_COLUMNS', '');
  const fields = cells.flatMap((written, index): [string, unknown][] => {
    if (written === '') return [];
    const column = columns[index] ?? `column ${index + 1}, which has no name,`;
    // The export puts an apostrophe before a text that a spreadsheet would run as a formula.
    const cell = written.replace(/^'(?=['=+\-@\t\r])/, '');
    return [[column, countFields.includes(column) && /^\s*-?\d+\s*$/.test(cell) ? Number(cell) : cell]];
  });
  return Object.fromEntries(fields);
}
