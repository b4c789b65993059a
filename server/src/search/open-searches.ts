type RunningSearch = { signal: AbortSignal; end: () => void };

/** One search at a time per user on this server: a new one cancels the one before. */
export function openSearches() {
  const running = new Map<string, () => void>();

  return {
    /** The search before gives its stream back first. Null when `claim` finds no free stream. */
    begin: (userId: string, claim: () => (() => void) | null): RunningSearch | null => {
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
