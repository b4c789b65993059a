import { problemOfText } from '@foyer/invitation-codes/code';
import { type CodeKeys, digestOf, seal, unseal } from '@foyer/invitation-codes/seal';
import type { RawBatch } from '../read/split.ts';
import { type FileRow, isValid } from './file-row.ts';
import { type FileSyntax, isMalformed, type MalformedRow, parseBatch } from './parse-batch.ts';
import { codeTextIn, validateRow } from './validate-row.ts';

export type FileKeys = Pick<CodeKeys, 'digest' | 'seal'>;

/** Parses and validates a batch, row by row on demand, and encrypts the texts. Returns the first malformed row instead. */
export function validateBatch(
  keys: FileKeys,
  batch: RawBatch,
  syntax: FileSyntax,
): Iterable<FileRow> | MalformedRow {
  const values = parseBatch(batch, syntax);
  return isMalformed(values) ? values : validateValues(keys, batch.firstRow, values);
}

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
  // As JSON, because the text may have lone surrogates.
  const sealedText = text === null ? null : seal(keys, JSON.stringify(text), digest ?? '');
  return { row, digest, sealedText, problems: result.problems };
}
