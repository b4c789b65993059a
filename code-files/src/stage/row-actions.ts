export type RowAction = 'create' | 'change' | 'skip';

const numbers = { create: 0, change: 1, skip: 2 } as const satisfies Record<RowAction, number>;
const names = ['create', 'change', 'skip'] as const satisfies RowAction[];
const bits = 2;
const perByte = 8 / bits;

/** One action per row, in two bits each. Default: create. */
export function openRowActions() {
  let bytes = new Uint8Array(1024);
  return {
    set(row: number, action: RowAction) {
      const at = Math.floor(row / perByte);
      while (at >= bytes.length) bytes = grown(bytes);
      const shift = bits * (row % perByte);
      bytes[at] = ((bytes[at] ?? 0) & ~(3 << shift)) | (numbers[action] << shift);
    },
    of(row: number): RowAction {
      const byte = bytes[Math.floor(row / perByte)] ?? 0;
      return names[(byte >> (bits * (row % perByte))) & 3] ?? 'create';
    },
  };
}

function grown(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(2 * bytes.length);
  more.set(bytes);
  return more;
}
