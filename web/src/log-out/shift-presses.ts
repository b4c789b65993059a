/** How long a press counts, in milliseconds. */
export const pressLastsMs = 5000;

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** Counts quick presses of Shift alone: not for a capital letter, and not with another key. */
export function countShiftPresses() {
  let count = 0;
  let lastAt = 0;
  let isAlone = false;

  return {
    down({ key, ctrlKey, altKey, metaKey }: Key) {
      isAlone = key === 'Shift' && !ctrlKey && !altKey && !metaKey;
      if (!isAlone) count = 0;
    },
    /** A click with Shift, or between two presses. */
    interrupt() {
      isAlone = false;
      count = 0;
    },
    /** @returns how many presses there were by now */
    up({ key }: Pick<Key, 'key'>, now: number): number {
      if (key !== 'Shift' || !isAlone) count = 0;
      else count = now - lastAt > pressLastsMs ? 1 : count + 1;
      isAlone = false;
      lastAt = now;
      return count;
    },
  };
}
