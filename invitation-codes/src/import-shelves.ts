import type { PackedRows } from './import-packed.ts';

/** Rows whose digests begin with the same byte stand on one shelf: each holds a 256th of the file. */
export const shelves = 256;

/** The shelf of a digest. */
export function shelfOf(digest: Uint8Array): number {
  return digest[0] ?? 0;
}

/** Where full shelves are emptied to, and read from. */
export type Store = {
  put: (shelf: number, lines: string) => void;
  take: (shelf: number) => Iterable<string>;
};

/** So many characters wait in memory before they are put away, in few large pieces. */
const mostWaiting = 8 * 1024 * 1024;

/**
 * Brings rows from the order of the file into the order of their digests, in a time that grows only with their number:
 * a shelf fits into memory, where it is sorted.
 */
export function openShelves({ put, take }: Store) {
  const waiting: string[][] = Array.from({ length: shelves }, () => []);
  let size = 0;

  const flush = () => {
    for (const [shelf, lines] of waiting.entries()) {
      if (lines.length > 0) put(shelf, lines.join(''));
      lines.length = 0;
    }
    size = 0;
  };
  return {
    add({ lines, ends }: Pick<PackedRows, 'lines' | 'ends'>) {
      let start = 0;
      for (const [shelf, end] of ends.entries()) {
        if (end > start) waiting[shelf]?.push(lines.slice(start, end));
        start = end;
      }
      size += lines.length;
      if (size > mostWaiting) flush();
    },
    /** Every line, always in the same order whatever the file's was. */
    *inOrder(): Generator<string> {
      flush();
      for (let shelf = 0; shelf < shelves; shelf++) {
        const lines: string[] = [];
        for (const piece of take(shelf)) for (const line of linesOf(piece)) lines.push(line);
        // A line begins with its digest.
        yield* lines.sort();
      }
    },
  };
}

function linesOf(piece: string): string[] {
  return piece.slice(0, -1).split('\n');
}
