import { setImmediate as others } from 'node:timers/promises';

const firstRows = 4000;
const fewestRows = 500;

/** How long people may have to wait for a block, in milliseconds. */
const aimMs = 250;

/**
 * Blocks of rows for one transaction each; after one for which people had to wait long the next is smaller.
 *
 * @param mostRows how many rows a block has at the most
 */
export function openBlocks(mostRows: number) {
  let most = Math.min(firstRows, mostRows);
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
    /** Learns how long people may have waited for a block. */
    took(rows: number, ms: number) {
      const aimed = Math.min(2 * most, Math.max(most / 2, (rows * aimMs) / ms));
      most = Math.round(Math.min(mostRows, Math.max(fewestRows, aimed)));
    },
  };
}
