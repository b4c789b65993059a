import { isGood, lineOf } from './import-line.ts';
import type { ReadRow } from './import-read.ts';
import { shelfOf, shelves } from './import-shelves.ts';

/**
 * A batch of rows as texts and numbers, made where it was read: they pass from thread to thread, to the disk and to the
 * database without anybody's taking them apart again.
 */
export type PackedRows = {
  /** How many rows there are. */
  count: number;
  /** How many of them are good. */
  good: number;
  /** All of them: a JSON array of lines, in the order of the file. */
  rows: string;
  /** The digests of the good ones: a JSON array. */
  digests: string;
  /** The first 8 bytes of each row's digest, in two numbers; zeros for a row that has none. */
  heads: Uint32Array<ArrayBuffer>;
  /** The lines of the good ones, shelf by shelf. */
  lines: string;
  /** Where each shelf ends in `lines`. */
  ends: Uint32Array<ArrayBuffer>;
};

/** Packs rows as they come: none is held for longer than that takes. */
export function packRows(rows: Iterable<ReadRow>): PackedRows {
  const heads: number[] = [];
  const digests: string[] = [];
  const lines: string[] = [];
  const onShelves: string[] = Array.from({ length: shelves }, () => '');
  for (const row of rows) {
    const line = lineOf(row);
    lines.push(line);
    const head = Buffer.from(row.digest?.slice(0, 11) ?? 'AAAAAAAAAAA', 'base64url');
    heads.push(head.readUInt32LE(0), head.readUInt32LE(4));
    if (!isGood(row)) continue;
    digests.push(row.digest);
    onShelves[shelfOf(head)] += `${line}\n`;
  }
  return {
    count: lines.length,
    good: digests.length,
    rows: `[${lines.join(',')}]`,
    digests: JSON.stringify(digests),
    heads: Uint32Array.from(heads),
    lines: onShelves.join(''),
    ends: endsOf(onShelves),
  };
}

function endsOf(texts: string[]): Uint32Array<ArrayBuffer> {
  let end = 0;
  return Uint32Array.from(texts, ({ length }) => {
    end += length;
    return end;
  });
}
