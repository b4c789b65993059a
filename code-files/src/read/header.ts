import { CsvError, csvProblem, parseCsv } from './csv.ts';
import { ImportRefused } from './file.ts';
import { fileFields } from './file-fields.ts';
import { decode, malformedCsv, notText } from './malformed.ts';
import { bytesOfRow, type RawBatch } from './split.ts';

/** The rows after the CSV header, numbered from 1. Throws `ImportRefused` for a wrong header. */
export async function* rowsAfterHeader(
  path: string,
  batches: AsyncIterable<RawBatch>,
  onHeader: (header: { bytes: Uint8Array; columns: string[] }) => void,
): AsyncGenerator<RawBatch> {
  for await (const batch of batches) {
    if (batch.firstRow > 1) {
      yield { ...batch, firstRow: batch.firstRow - 1 };
      continue;
    }
    const bytes = Uint8Array.from(bytesOfRow(batch, 0));
    onHeader({ bytes, columns: await readHeader(path, bytes, batch.offset) });
    const [, , start] = batch.edges;
    if (start === undefined) continue;
    const edges = batch.edges.slice(2).map((edge) => edge - start);
    yield { firstRow: 1, offset: batch.offset + start, bytes: batch.bytes.subarray(start), edges };
  }
}

const fields: string[] = Object.values(fileFields);
const mayBeMissing: string[] = [fileFields.remaining, fileFields.requirement, fileFields.label];

const otherSeparators = [
  { sign: ';', name: 'semicolons' },
  { sign: '\t', name: 'tabs' },
];

const isSplitBy = (sign: string, column: string) =>
  column.includes(sign) && column.split(sign).some((name) => fields.includes(name));

async function readHeader(path: string, bytes: Uint8Array, offset: number): Promise<string[]> {
  const text = decode(bytes);
  if (text === null) throw notText(path);
  const columns = await cellsOf(path, text, offset);
  const refused = (problem: string) => new ImportRefused(`${path} cannot be read: its header ${problem}`);
  const separator = otherSeparators.find(({ sign }) => columns.some((column) => isSplitBy(sign, column)));
  if (separator) throw refused(`is separated by ${separator.name}; commas are expected`);
  if (columns.some((column) => column.includes('\r')))
    throw new ImportRefused(`${path} cannot be read: its lines end with CR alone; LF or CRLF is expected`);
  for (const [index, column] of columns.entries()) {
    if (column === '') throw refused('has a column without a name');
    const shown = JSON.stringify(column.length > 60 ? `${column.slice(0, 57)}...` : column);
    if (!fields.includes(column)) throw refused(`has ${shown}, which is not a field of this file`);
    if (columns.indexOf(column) < index) throw refused(`has ${shown} twice`);
  }
  const missing = fields.find((field) => !columns.includes(field) && !mayBeMissing.includes(field));
  if (missing) throw refused(`is missing the column ${missing}`);
  return columns;
}

async function cellsOf(path: string, text: string, offset: number): Promise<string[]> {
  try {
    const [cells = []] = parseCsv(text);
    return cells;
  } catch (error) {
    throw error instanceof CsvError ? await malformedCsv(path, offset, csvProblem(error)) : error;
  }
}
