/** Bits per filter, a power of two: 16 MB, enough for ten million rows. With more rows it reports more false suspects. */
const filterBits = 2 ** 27;
const bitsPerDigest = 4;

/**
 * Finds the rows that may be duplicates of another, in constant memory: all duplicates, and few others. It needs the
 * digest prefixes twice, first to note them all and then to ask.
 */
export function openDuplicateFilter() {
  const seenOnce = bloomFilter();
  const seenAgain = bloomFilter();
  return {
    note(digestPrefixes: Uint32Array) {
      for (let at = 0; at < digestPrefixes.length; at += 2) {
        const [first = 0, second = 0] = [digestPrefixes[at], digestPrefixes[at + 1]];
        if ((first | second) !== 0 && seenOnce.add(first, second)) seenAgain.add(first, second);
      }
    },
    suspects(digestPrefixes: Uint32Array): number[] {
      const found: number[] = [];
      for (let at = 0; at < digestPrefixes.length; at += 2) {
        const [first = 0, second = 0] = [digestPrefixes[at], digestPrefixes[at + 1]];
        if ((first | second) !== 0 && seenAgain.has(first, second)) found.push(at / 2);
      }
      return found;
    },
  };
}

/** Digests are as good as random: their own bits serve as hashes. */
function bloomFilter() {
  const words = new Uint32Array(filterBits / 32);
  return {
    add(first: number, second: number): boolean {
      let wasThere = true;
      for (let i = 0, place = first; i < bitsPerDigest; i++, place += second | 1) {
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
      for (let i = 0, place = first; i < bitsPerDigest; i++, place += second | 1) {
        const bit = (place >>> 0) & (filterBits - 1);
        if (((words[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return false;
      }
      return true;
    },
  };
}
