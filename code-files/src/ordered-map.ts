/**
 * Does a piece of work for each item, several at once, and gives the results in the order of the items.
 * When the items fail, the results of those before come first; when a piece of work does, the others have ended before
 * it is told.
 *
 * @param width how many run at once, at most
 */
export async function* orderedMap<Item, Result>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  width: number,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = [];
  const failures: unknown[] = [];
  async function* untilFailure() {
    try {
      yield* items;
    } catch (error) {
      failures.push(error);
    }
  }
  try {
    for await (const item of untilFailure()) {
      const result = work(item);
      // Whoever waits for it sees its error; until then it is no unhandled one.
      result.catch(() => {});
      running.push(result);
      const first = running.length >= width ? running.shift() : undefined;
      if (first) yield await first;
    }
    for (let first = running.shift(); first; first = running.shift()) yield await first;
  } finally {
    await Promise.allSettled(running);
  }
  if (failures.length > 0) throw failures[0];
}
