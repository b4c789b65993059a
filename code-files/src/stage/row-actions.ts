/** What is to be done with a row: it is made, it changes a code that exists, or nothing is. */
export type RowAction = 'make' | 'change' | 'leave';

const numbers = { make: 0, change: 1, leave: 2 } as const satisfies Record<RowAction, number>;
const names = ['make', 'change', 'leave'] as const satisfies RowAction[];
const bits = 2;
const perByte = 8 / bits;

/** A mark for each row, a quarter of a byte each. A row that was not marked is made. */
export function openRowActions() {
  let bytes = new Uint8Array(1024);
  return {
    set(row: number, mark: RowAction) {
      const at = Math.floor(row / perByte);
      while (at >= bytes.length) bytes = grown(bytes);
      const shift = bits * (row % perByte);
      bytes[at] = ((bytes[at] ?? 0) & ~(3 << shift)) | (numbers[mark] << shift);
    },
    of(row: number): RowAction {
      const byte = bytes[Math.floor(row / perByte)] ?? 0;
      return names[(byte >> (bits * (row % perByte))) & 3] ?? 'make';
    },
  };
}

function grown(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(2 * bytes.length);
  more.set(bytes);
  return more;
}
