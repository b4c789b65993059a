import { CsvError, csvProblem, parseCsv } from './csv.ts';
import { ImportRefused, type TextFile } from './file.ts';
import { fileFields, ignoredFields, optionalFields } from './file-fields.ts';
import { malformedCsv } from './malformed.ts';
import { bytesOfRow, type RawBatch } from './split.ts';

export type Header = {
  /** The header as it stands in the file, with the line `sep=` before it. */
  text: string;
  /** The fields; null for a column without a name. */
  columns: (string | null)[];
  separator: string;
};

/** The rows after the CSV header, numbered from 1. Throws `ImportRefused` for a wrong header. */
export async function* rowsAfterHeader(
  file: TextFile,
  batches: AsyncIterable<RawBatch>,
  onHeader: (header: Header) => void,
): AsyncGenerator<RawBatch> {
  let before = '';
  let isRead = false;
  let rowsBefore = 0;
  for await (const batch of batches) {
    const rows = batch.edges.length / 2;
    let taken = 0;
    for (; taken < rows && !isRead; taken++) {
      const line = new TextDecoder().decode(bytesOfRow(batch, taken)).trim();
      const isSeparatorLine = before === '' && separatorIn(line) !== null;
      if (!isSeparatorLine) onHeader(await readHeader(file, { before, line, offset: batch.offset }));
      isRead = !isSeparatorLine;
      before = `${line}\n`;
      rowsBefore++;
    }
    const start = batch.edges[2 * taken];
    if (start === undefined) continue;
    yield {
      firstRow: batch.firstRow + taken - rowsBefore,
      offset: batch.offset + start,
      bytes: batch.bytes.subarray(start),
      edges: batch.edges.slice(2 * taken).map((edge) => edge - start),
    };
  }
}

const fields: string[] = Object.values(fileFields);
const known = [...fields, ...ignoredFields];
const separators = [',', ';', '\t'];

/** The first line of a file for spreadsheets may name its separator, as in `sep=;`. */
function separatorIn(line: string): string | null {
  return /^"?sep=(.|\t)"?$/i.exec(line)?.[1] ?? null;
}

async function readHeader(
  file: TextFile,
  { before, line, offset }: { before: string; line: string; offset: number },
): Promise<Header> {
  const refused = (problem: string) =>
    new ImportRefused(`${file.path} cannot be read: its header ${problem}`);
  const separator = separatorIn(before.trim()) ?? separatorOf(line);
  const cells = await cellsOf(file, line, separator, offset);
  if (cells.some((cell) => cell.includes('\r')))
    throw new ImportRefused(
      `${file.path} cannot be read: its lines end with CR alone; LF or CRLF is expected`,
    );
  const columns = cells.map(fieldOf);
  for (const [index, column] of columns.entries()) {
    if (column === null) continue;
    const cell = cells[index] ?? '';
    const shown = JSON.stringify(cell.length > 60 ? `${cell.slice(0, 57)}...` : cell);
    if (!known.includes(column)) throw refused(`has ${shown}, which is not a field of this file`);
    if (columns.indexOf(column) < index) throw refused(`has ${shown} twice`);
  }
  const missing = fields.find((field) => !columns.includes(field) && !optionalFields.includes(field));
  if (missing) throw refused(`is missing the column ${missing}`);
  return { text: before + line, columns, separator };
}

function separatorOf(line: string): string {
  const count = (separator: string) =>
    line.split(separator).filter((cell) => known.includes(fieldOf(cell.replaceAll('"', '')) ?? '')).length;
  return separators.reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}

function fieldOf(cell: string): string | null {
  const name = cell.trim().toLowerCase();
  return name === '' ? null : name.replace(/[\s-]+/g, '_');
}

async function cellsOf(file: TextFile, line: string, separator: string, offset: number): Promise<string[]> {
  try {
    const [cells = []] = parseCsv(line, separator);
    return cells;
  } catch (error) {
    throw error instanceof CsvError ? await malformedCsv(file, offset, csvProblem(error)) : error;
  }
}
