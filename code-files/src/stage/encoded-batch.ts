import type { FileRow } from '../read/read-row.ts';
import { isValid } from '../read/read-row.ts';
import { encodeRow } from './encoded-row.ts';

/**
 * A batch of rows as texts and numbers, made where it was read: they pass from thread to thread, to the disk and to the
 * database without anybody's taking them apart again.
 */
export type EncodedBatch = {
  /** How many rows there are. */
  count: number;
  /** How many of them are good. */
  good: number;
  /** When the first of the good ones ends, epoch milliseconds. */
  firstEnd: number;
  /** All of them, a line each, in the order of the file. */
  lines: string;
  /** The digests of the good ones: a JSON array. */
  digests: string;
  /** The first 8 bytes of each row's digest, in two numbers; zeros for a row that has none. */
  heads: Uint32Array<ArrayBuffer>;
};

/** Packs rows as they come: none is held for longer than that takes. */
export function encodeBatch(rows: Iterable<FileRow>): EncodedBatch {
  const heads: number[] = [];
  const digests: string[] = [];
  const lines: string[] = [];
  let firstEnd = Number.MAX_SAFE_INTEGER;
  for (const row of rows) {
    lines.push(encodeRow(row));
    const head = Buffer.from(row.digest?.slice(0, 11) ?? 'AAAAAAAAAAA', 'base64url');
    heads.push(head.readUInt32LE(0), head.readUInt32LE(4));
    if (!isValid(row)) continue;
    digests.push(row.digest);
    firstEnd = Math.min(firstEnd, row.validUntil);
  }
  return {
    count: lines.length,
    good: digests.length,
    firstEnd,
    lines: lines.join('\n'),
    digests: JSON.stringify(digests),
    heads: Uint32Array.from(heads),
  };
}
