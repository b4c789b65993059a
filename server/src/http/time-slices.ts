import { setImmediate as nextTurn } from 'node:timers/promises';

/** Fewer items are not worth a slice. */
const unslicedItems = 20;

export type TimeSlices = ReturnType<typeof timeSlices>;

/** Users of one instance share one slice per turn of the event loop. */
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
    isOver,
    next,
    /** Like `Array.map`, in slices; a few items run at once. */
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
