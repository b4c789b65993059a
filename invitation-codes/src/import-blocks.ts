import { setImmediate as others } from 'node:timers/promises';

/** How many rows a block has: the first one, the largest, the smallest. */
const [firstRows, mostRows, fewestRows] = [4000, 20_000, 500];

/** How long a block is to take, in milliseconds: people may have to wait for its end. */
const aimMs = 250;

/**
 * Blocks of rows for one transaction each. The larger one is, the more of its rows share a page of the index; of one
 * that took long the next is smaller.
 */
export function openBlocks() {
  let most = firstRows;
  return {
    /** Cuts rows into blocks, in their order. */
    async *of<Row>(rows: Iterable<Row>): AsyncGenerator<Row[]> {
      let block: Row[] = [];
      let seen = 0;
      for (const row of rows) {
        block.push(row);
        // The one before is being written meanwhile.
        if (++seen % 1000 === 0) await others();
        if (block.length < most) continue;
        yield block;
        block = [];
      }
      if (block.length > 0) yield block;
    },
    /** Learns how long a block took. */
    took(rows: number, ms: number) {
      const aimed = Math.min(2 * most, Math.max(most / 2, (rows * aimMs) / ms));
      most = Math.round(Math.min(mostRows, Math.max(fewestRows, aimed)));
    },
  };
}
