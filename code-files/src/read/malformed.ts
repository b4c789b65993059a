import { ImportRefused, placeAt } from './file.ts';
import { type Place, whereJsonBreaks } from './json.ts';

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

/** A row is not JSON, or ends too early. */
export async function malformedJson(path: string, row: Uint8Array, offset: number): Promise<ImportRefused> {
  const text = decode(row);
  if (text === null) return notText(path);
  const start = await placeAt(path, offset);
  const { line, column } = breakOf(text);
  return invalidJson(path, {
    line: start.line + line - 1,
    column: line === 1 ? start.column + column - 1 : column,
  });
}

export async function malformedCsv(path: string, offset: number, reason: string): Promise<ImportRefused> {
  const { line } = await placeAt(path, offset);
  return new ImportRefused(`${path} is not valid CSV: line ${line}: ${reason}`);
}

export function notText(path: string): ImportRefused {
  return new ImportRefused(`${path} is not text in UTF-8`);
}

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

/** The place of the fault in a row. If the file just ends too early, that is the row's end. */
function breakOf(text: string): Place {
  const lines = text.trimEnd().split('\n');
  return whereJsonBreaks(text) ?? { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
