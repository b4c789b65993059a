/** How many bits one filter has, a power of two: 16 MB, for ten million rows. More of them only make it less sharp. */
const filterBits = 2 ** 27;
const touches = 4;

/**
 * Which rows may be one code with another, in memory of one size: of rows that are one code all are suspected, of the
 * others few. It takes the heads of their digests twice, to note them and to ask.
 */
export function openDuplicateFilter() {
  const once = bloomFilter();
  const again = bloomFilter();
  return {
    /** Notes every row of a batch. */
    note(heads: Uint32Array) {
      for (let at = 0; at < heads.length; at += 2) {
        const [first = 0, second = 0] = [heads[at], heads[at + 1]];
        if ((first | second) !== 0 && once.add(first, second)) again.add(first, second);
      }
    },
    /** The rows of a batch, from 0, that are suspected, once all were noted. */
    suspects(heads: Uint32Array): number[] {
      const found: number[] = [];
      for (let at = 0; at < heads.length; at += 2) {
        const [first = 0, second = 0] = [heads[at], heads[at + 1]];
        if ((first | second) !== 0 && again.has(first, second)) found.push(at / 2);
      }
      return found;
    },
  };
}

/** A Bloom filter. Digests are as good as random, so that their own bits say where they belong. */
function bloomFilter() {
  const words = new Uint32Array(filterBits / 32);
  return {
    /** Whether it was there before, or seems so. */
    add(first: number, second: number): boolean {
      let wasThere = true;
      for (let i = 0, place = first; i < touches; i++, place += second | 1) {
        const bit = (place >>> 0) & (filterBits - 1);
        const word = words[bit >>> 5] ?? 0;
        const mask = 1 << (bit & 31);
        if ((word & mask) !== 0) continue;
        wasThere = false;
        words[bit >>> 5] = word | mask;
      }
      return wasThere;
    },
    has(first: number, second: number): boolean {
      for (let i = 0, place = first; i < touches; i++, place += second | 1) {
        const bit = (place >>> 0) & (filterBits - 1);
        if (((words[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return false;
      }
      return true;
    },
  };
}
