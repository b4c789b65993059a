import { ImportRefused, readText, type TextFile } from './file.ts';
import type { ImportFormat } from './format.ts';
import { malformedJson, notRows } from './malformed.ts';
import { type Edges, scannerOf } from './scan.ts';

export type RawBatch = {
  /** From 1. */
  firstRow: number;
  offset: number;
  bytes: Uint8Array<ArrayBuffer>;
  edges: Edges;
};

const maxRowBytes = 1024 * 1024;

/** Cuts a file into rows. Throws `ImportRefused` after the last good row. `onEnd` gets the file's SHA-256. */
export async function* splitFile(
  file: TextFile,
  format: ImportFormat,
  onEnd?: (digest: string) => void,
): AsyncGenerator<RawBatch> {
  const { path } = file;
  const scanner = scannerOf(format);
  let left: Uint8Array = new Uint8Array();
  let offset = 0;
  let rows = 0;

  for await (const piece of readText(file, onEnd)) {
    const bom = offset + left.length === 0 ? bomLength(piece) : 0;
    const bytes = left.length > 0 ? Buffer.concat([left, piece]) : piece.subarray(bom);
    offset += bom;
    const { edges, rest, misplaced } = scanner.take(bytes, left.length);
    if (edges.length > 0) yield cut(bytes, edges, { firstRow: rows + 1, offset });
    rows += edges.length / 2;
    if (misplaced !== -1) throw await notRows(file, bytes, { offset, misplaced, isAfterRows: rows > 0 });
    left = Uint8Array.from(bytes.subarray(rest));
    offset += rest;
    if (left.length > maxRowBytes) {
      throw new ImportRefused(`${path} cannot be read: row ${rows + 1} is longer than 1 MB`);
    }
  }

  const ending = scanner.end(left);
  if (ending === 'broken') throw await malformedJson(file, left, offset);
  if (ending === 'row') yield cut(left, [0, left.length], { firstRow: rows + 1, offset });
  else if (rows === 0) {
    throw new ImportRefused(`${path} is empty${ending === 'blank' ? '' : ': it holds no codes'}`);
  }
}

export function bytesOfRow({ bytes, edges }: RawBatch, index: number): Uint8Array<ArrayBuffer> {
  return bytes.subarray(edges[2 * index], edges[2 * index + 1]);
}

/** Copies the bytes: they are transferred to another thread. */
function cut(bytes: Uint8Array, edges: Edges, at: { firstRow: number; offset: number }): RawBatch {
  const start = edges[0] ?? 0;
  return {
    firstRow: at.firstRow,
    offset: at.offset + start,
    bytes: Uint8Array.from(bytes.subarray(start, edges.at(-1))),
    edges: edges.map((edge) => edge - start),
  };
}

function bomLength(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}
