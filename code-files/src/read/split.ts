import { brokenJson, notRows } from '../validate/broken.ts';
import { ImportRefused, readBytes } from './file.ts';
import type { ImportFormat } from './format.ts';
import { type Edges, scannerOf } from './scan.ts';

/** Rows of a file as they stand there, one after another. */
export type RawBatch = {
  /** The place of its first row among all, from 1. */
  firstRow: number;
  /** Where its bytes begin in the file. */
  offset: number;
  bytes: Uint8Array<ArrayBuffer>;
  /** Where each row begins and ends in `bytes`. */
  edges: Edges;
};

/** The most bytes that one row may have. */
const maxRowBytes = 1024 * 1024;

/**
 * The rows of a file, in batches of about the same size, cut and not read; of CSV the header is the first.
 * Throws `ImportRefused` where the file stops holding rows, after those before it.
 *
 * @param onEnd gets the SHA-256 of the file once the last batch was taken
 */
export async function* splitFile(
  path: string,
  format: ImportFormat,
  onEnd?: (digest: string) => void,
): AsyncGenerator<RawBatch> {
  const scanner = scannerOf(format);
  let left: Uint8Array = new Uint8Array();
  let offset = 0;
  let rows = 0;

  for await (const piece of readBytes(path, onEnd)) {
    const mark = offset + left.length === 0 ? lengthOfMark(piece) : 0;
    const bytes = left.length > 0 ? Buffer.concat([left, piece]) : piece.subarray(mark);
    offset += mark;
    const { edges, rest, misplaced } = scanner.take(bytes, left.length);
    if (edges.length > 0) yield cut(bytes, edges, { firstRow: rows + 1, offset });
    rows += edges.length / 2;
    if (misplaced !== -1) throw await notRows(path, bytes, { offset, misplaced, isAfterRows: rows > 0 });
    left = Uint8Array.from(bytes.subarray(rest));
    offset += rest;
    if (left.length > maxRowBytes) {
      throw new ImportRefused(`${path} cannot be read: row ${rows + 1} is longer than 1 MB`);
    }
  }

  const ending = scanner.end(left);
  if (ending === 'broken') throw await brokenJson(path, left, offset);
  if (ending === 'row') yield cut(left, [0, left.length], { firstRow: rows + 1, offset });
  else if (rows === 0) {
    throw new ImportRefused(`${path} is empty${ending === 'blank' ? '' : ': it holds no codes'}`);
  }
}

/** The bytes of one row of a batch. */
export function bytesOfRow({ bytes, edges }: RawBatch, index: number): Uint8Array<ArrayBuffer> {
  return bytes.subarray(edges[2 * index], edges[2 * index + 1]);
}

/** A batch with bytes of its own, which can be handed to another thread. */
function cut(bytes: Uint8Array, edges: Edges, at: { firstRow: number; offset: number }): RawBatch {
  const start = edges[0] ?? 0;
  return {
    firstRow: at.firstRow,
    offset: at.offset + start,
    bytes: Uint8Array.from(bytes.subarray(start, edges.at(-1))),
    edges: edges.map((edge) => edge - start),
  };
}

/** How many bytes the mark takes that some programs put before UTF-8. */
function lengthOfMark(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}
