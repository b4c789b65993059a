import { setImmediate as nextTurn } from 'node:timers/promises';

/** So many items are not worth a slice. */
const unslicedItems = 20;

export type TimeSlices = ReturnType<typeof timeSlices>;

/**
 * Cuts long work into slices, between which others have their turn of the event loop. All who share it work for one slice in
 * a turn, together.
 */
export function timeSlices(sliceMs = 8) {
  let endsAt = 0;
  let turn: Promise<void> | null = null;
  const isOver = () => performance.now() >= endsAt;
  const next = async (): Promise<void> => {
    while (isOver()) {
      turn ??= nextTurn().then(() => {
        endsAt = performance.now() + sliceMs;
        turn = null;
      });
      await turn;
    }
  };

  return {
    /** Whether it is time to wait for the next slice. */
    isOver,
    next,
    /** As `Array.map`, in slices. A few items are done at once. */
    map: async <Item, Result>(items: Item[], work: (item: Item) => Result): Promise<Result[]> => {
      const results: Result[] = [];
      for (const item of items) {
        if (results.length >= unslicedItems && isOver()) await next();
        results.push(work(item));
      }
      return results;
    },
  };
}
