import { problemOfText } from '@foyer/invitation-codes/code';
import { type CodeKeys, digestOf, seal, unseal } from '@foyer/invitation-codes/seal';
import { readRow, textIn } from '../validate/row.ts';
import { type Broken, isBroken, valuesOf, type Writing } from '../validate/values.ts';
import { isGood, type ReadRow } from './read-row.ts';
import type { RawBatch } from './split.ts';

/** The keys that reading takes. */
export type ReadKeys = Pick<CodeKeys, 'digest' | 'seal'>;

/** Reads the rows of a batch, one as it is asked for, digests and seals their texts; or names the first row that is not well formed. */
export function readBatch(keys: ReadKeys, batch: RawBatch, writing: Writing): Iterable<ReadRow> | Broken {
  const values = valuesOf(batch, writing);
  return isBroken(values) ? values : readAll(keys, batch.firstRow, values);
}

/** The text of a row as its file has it, null when it has none. */
export function textOf(keys: ReadKeys, row: ReadRow): string | null {
  if (isGood(row)) return unseal(keys, row.sealed, row.digest);
  return row.sealedText === null ? null : JSON.parse(unseal(keys, row.sealedText, row.digest ?? ''));
}

function* readAll(keys: ReadKeys, firstRow: number, values: unknown[]): Generator<ReadRow> {
  for (const [index, value] of values.entries()) yield readOne(keys, firstRow + index, value);
}

function readOne(keys: ReadKeys, row: number, value: unknown): ReadRow {
  const result = readRow(value);
  if ('code' in result) {
    const { code: text, ...terms } = result.code;
    const digest = digestOf(keys, text);
    return { row, digest, sealed: seal(keys, text, digest), ...terms };
  }
  const text = textIn(value);
  const digest = text === null || problemOfText(text) !== null ? null : digestOf(keys, text);
  // As JSON, for it may be no Unicode.
  const sealedText = text === null ? null : seal(keys, JSON.stringify(text), digest ?? '');
  return { row, digest, sealedText, problems: result.problems };
}
