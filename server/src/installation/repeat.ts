/**
 * Runs `work` every `everyMs`, never twice at once. `onFailure` is called once in an outage, not at each failure of it.
 * Returns a function that stops it after the running work.
 */
export function repeat(
  everyMs: number,
  work: () => Promise<void>,
  onFailure: (error: unknown) => void,
): () => Promise<void> {
  let running: Promise<void> | null = null;
  let hasFailed = false;
  const runOnce = async () => {
    try {
      await work();
      hasFailed = false;
    } catch (error) {
      if (!hasFailed) onFailure(error);
      hasFailed = true;
    }
  };
  const timer = setInterval(() => {
    running ??= runOnce().finally(() => {
      running = null;
    });
  }, everyMs);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
