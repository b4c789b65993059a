import { ImportRefused, placeAt } from '../read/file.ts';
import { type Place, whereJsonBreaks } from '../read/json.ts';

/** Why a file is refused in which something stands that belongs to no row. */
export async function notRows(
  path: string,
  bytes: Uint8Array,
  { offset, misplaced, isAfterRows }: { offset: number; misplaced: number; isAfterRows: boolean },
): Promise<ImportRefused> {
  const beginning = String.fromCharCode(bytes[misplaced] ?? 0);
  if (!isAfterRows && /[{"\d\-tfn]/.test(beginning)) {
    return new ImportRefused(`${path} does not hold a JSON array of codes`);
  }
  const isText = [1, 2, 3, 4].some(
    (length) => decode(bytes.subarray(misplaced, misplaced + length)) !== null,
  );
  return isText ? invalidJson(path, await placeAt(path, offset + misplaced)) : notText(path);
}

/** Why a file is refused one row of which is no JSON, or ends too early. */
export async function brokenJson(path: string, row: Uint8Array, offset: number): Promise<ImportRefused> {
  const text = decode(row);
  if (text === null) return notText(path);
  const start = await placeAt(path, offset);
  const { line, column } = breakOf(text);
  return invalidJson(path, {
    line: start.line + line - 1,
    column: line === 1 ? start.column + column - 1 : column,
  });
}

/** Why a file is refused one row of which is no CSV. */
export async function brokenCsv(path: string, offset: number, reason: string): Promise<ImportRefused> {
  const { line } = await placeAt(path, offset);
  return new ImportRefused(`${path} is not valid CSV: line ${line}: ${reason}`);
}

/** Why a file is refused that is no text. */
export function notText(path: string): ImportRefused {
  return new ImportRefused(`${path} is not text in UTF-8`);
}

/** The text that these bytes are; null when they are none in UTF-8. */
export function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function invalidJson(path: string, { line, column }: Place) {
  return new ImportRefused(`${path} is not valid JSON: line ${line}, column ${column}`);
}

/** Where a row breaks; its end, when it is whole and only the file ends too early. */
function breakOf(text: string): Place {
  const lines = text.trimEnd().split('\n');
  return whereJsonBreaks(text) ?? { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
