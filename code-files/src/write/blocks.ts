import { setImmediate as nextTurn } from 'node:timers/promises';

const initialRows = 4000;
const minRows = 500;

/** How long people may have to wait for a block. */
const aimMs = 250;

/** Cuts rows into blocks of up to `maxRows`, one transaction each. After a slow block the next one is smaller. */
export function openBlocks(maxRows: number) {
  let size = Math.min(initialRows, maxRows);
  return {
    async *of<Row>(rows: Iterable<Row>): AsyncGenerator<Row[]> {
      let block: Row[] = [];
      let seen = 0;
      for (const row of rows) {
        block.push(row);
        if (++seen % 1000 === 0) await nextTurn();
        if (block.length < size) continue;
        yield block;
        block = [];
      }
      if (block.length > 0) yield block;
    },
    /** @param ms how long people may have waited for a block of so many rows */
    adjust(rows: number, ms: number) {
      const aimed = Math.min(2 * size, Math.max(size / 2, (rows * aimMs) / ms));
      size = Math.round(Math.min(maxRows, Math.max(minRows, aimed)));
    },
  };
}
