/** `end` cancels the search, or reports that it has ended. */
type Running = { signal: AbortSignal; end: () => void };

/** One search at a time per user on this server: a new one cancels the one before. */
export function openSearches() {
  const running = new Map<string, () => void>();

  return {
    /**
     * Cancels the search before, which gives its stream back, then starts one; null when there is no stream left.
     * @param claim takes a stream; null for none
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
