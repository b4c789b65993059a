import { notText } from './encoding.ts';
import { ImportRefused, placeAt, type TextFile } from './file.ts';
import { type Place, whereJsonBreaks } from './json.ts';
import { slipsIn } from './json-slips.ts';

export async function notRows(
  file: TextFile,
  bytes: Uint8Array,
  { offset, misplaced, isAfterRows }: { offset: number; misplaced: number; isAfterRows: boolean },
): Promise<ImportRefused> {
  const beginning = String.fromCharCode(bytes[misplaced] ?? 0);
  if (!isAfterRows && /[{"\d\-tfn]/.test(beginning)) {
    return new ImportRefused(`${file.path} does not hold a JSON array of codes`);
  }
  const isText = [1, 2, 3, 4].some(
    (length) => decode(bytes.subarray(misplaced, misplaced + length)) !== null,
  );
  return isText ? invalidJson(file, await placeAt(file, offset + misplaced)) : notText(file.path);
}

export async function malformedJson(file: TextFile, row: Uint8Array, offset: number): Promise<ImportRefused> {
  const text = decode(row);
  if (text === null) return notText(file.path);
  const start = await placeAt(file, offset);
  const { line, column } = breakOf(text);
  return invalidJson(file, {
    line: start.line + line - 1,
    column: line === 1 ? start.column + column - 1 : column,
  });
}

export async function malformedCsv(file: TextFile, offset: number, reason: string): Promise<ImportRefused> {
  const { line } = await placeAt(file, offset);
  return new ImportRefused(`${file.path} is not valid CSV: line ${line}: ${reason}`);
}

export function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

async function invalidJson(file: TextFile, { line, column }: Place) {
  const slips = await slipsIn(file);
  const problem = slips.length > 0 ? slips.join('; ') : `line ${line}, column ${column}`;
  return new ImportRefused(`${file.path} is not valid JSON: ${problem}`);
}

/** The place of the fault in a row. If the file just ends too early, that is the row's end. */
function breakOf(text: string): Place {
  const lines = text.trimEnd().split('\n');
  return whereJsonBreaks(text) ?? { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
