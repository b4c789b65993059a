/**
 * Maps items with up to `width` at once, and yields the results in the order of the items. If the items fail, the results
 * before come first. If some work fails, the error comes after all running work has ended.
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
      // The consumer sees the error later; until then it must not count as unhandled.
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
