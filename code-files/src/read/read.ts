import { problemOfText } from '@foyer/invitation-codes/code';
import { type CodeKeys, digestOf, seal, unseal } from '@foyer/invitation-codes/seal';
import { codeTextIn, validateRow } from '../validate/row.ts';
import { type FileSyntax, isMalformed, type MalformedRow, parseBatch } from '../validate/values.ts';
import { type FileRow, isValid } from './read-row.ts';
import type { RawBatch } from './split.ts';

/** The keys that reading takes. */
export type FileKeys = Pick<CodeKeys, 'digest' | 'seal'>;

/** Reads the rows of a batch, one as it is asked for, digests and seals their texts; or names the first row that is not well formed. */
export function validateBatch(
  keys: FileKeys,
  batch: RawBatch,
  writing: FileSyntax,
): Iterable<FileRow> | MalformedRow {
  const values = parseBatch(batch, writing);
  return isMalformed(values) ? values : validateValues(keys, batch.firstRow, values);
}

/** The text of a row as its file has it, null when it has none. */
export function codeTextOf(keys: FileKeys, row: FileRow): string | null {
  if (isValid(row)) return unseal(keys, row.sealed, row.digest);
  return row.sealedText === null ? null : JSON.parse(unseal(keys, row.sealedText, row.digest ?? ''));
}

function* validateValues(keys: FileKeys, firstRow: number, values: unknown[]): Generator<FileRow> {
  for (const [index, value] of values.entries()) yield validateValue(keys, firstRow + index, value);
}

function validateValue(keys: FileKeys, row: number, value: unknown): FileRow {
  const result = validateRow(value);
  if ('code' in result) {
    const { code: text, ...terms } = result.code;
    const digest = digestOf(keys, text);
    return { row, digest, sealed: seal(keys, text, digest), ...terms };
  }
  const text = codeTextIn(value);
  const digest = text === null || problemOfText(text) !== null ? null : digestOf(keys, text);
  // As JSON, for it may be no Unicode.
  const sealedText = text === null ? null : seal(keys, JSON.stringify(text), digest ?? '');
  return { row, digest, sealedText, problems: result.problems };
}
