/** How long after a press the next one still counts, in milliseconds. */
export const pressLastsMs = 5000;

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** Counts how often Shift was pressed by itself, one press soon after the other: not to write a capital letter, or with another key. */
export function countShiftPresses() {
  let count = 0;
  let lastAt = 0;
  let isAlone = false;

  return {
    down({ key, ctrlKey, altKey, metaKey }: Key) {
      isAlone = key === 'Shift' && !ctrlKey && !altKey && !metaKey;
      if (!isAlone) count = 0;
    },
    /** Something else was done with Shift, or between two presses. */
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
