/** In milliseconds. Without a gap, each read-only answer of a long outage would close all connections. */
const gapMs = 1000;

/**
 * When one connection leads to a read-only database, the others of its time do too: they are closed before their next
 * use, and once more a gap later, because a proxy may still have led there meanwhile.
 */
export function outdated(onRaised: () => void) {
  const generations = new WeakMap<object, number>();
  let generation = 0;
  let timer: NodeJS.Timeout | undefined;

  const raise = () => {
    generation += 1;
    onRaised();
  };

  return {
    isNew: (client: object) => void generations.set(client, generation),
    isOutdated: (client: object) => (generations.get(client) ?? generation) < generation,
    outdateAll: () => {
      if (timer) return;
      raise();
      timer = setTimeout(() => {
        timer = undefined;
        raise();
      }, gapMs).unref();
    },
  };
}
