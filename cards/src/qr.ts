import { encode } from 'uqr';

/** Dark modules as horizontal bars. With a border of two modules, as wide as the white around it on a card. */
export type Qr = { size: number; bars: { x: number; y: number; width: number }[] };

export function qrOf(text: string): Qr {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const bars: Qr['bars'] = [];
  for (const [y, row] of data.entries()) {
    for (let x = 0; x < size; x++) {
      const start = x;
      while (row[x]) x++;
      if (x > start) bars.push({ x: start, y, width: x - start });
    }
  }
  return { size, bars };
}
