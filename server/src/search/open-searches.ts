/** A search that runs: `end` ends it, or notes that it has ended. */
type Running = { signal: AbortSignal; end: () => void };

/** Lets each person search once at a time on this server: a new search ends the one before. */
export function openSearches() {
  const running = new Map<string, () => void>();

  return {
    /**
     * Begins a search, and ends the one before, which gives its place among the streams back.
     *
     * @param claim takes a place among the person's streams; null for none
     * @returns null when there is no place
     */
    begin: (userId: string, claim: () => (() => void) | null): Running | null => {
      running.get(userId)?.();
      const leave = claim();
      if (!leave) return null;
      const controller = new AbortController();
      const end = () => {
        if (controller.signal.aborted) return;
        controller.abort();
        leave();
        running.delete(userId);
      };
      running.set(userId, end);
      return { signal: controller.signal, end };
    },
  };
}
