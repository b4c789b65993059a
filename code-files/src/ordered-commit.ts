/** Waits until all earlier work is done. Throws `TurnTimeout` after `timeoutMs`, and the error of failed earlier work. */
export type WaitForTurn = () => Promise<void>;

const timeoutMs = 2000;

/**
 * Runs pieces of work that may overlap but must end in order. Each does what it can, waits for its turn, and ends.
 *
 * Two imports can deadlock through the database's locks, because the database does not see that one waits for its turn.
 * So after a timeout the work fails, releases its locks, and runs again when its turn has come.
 */
export function orderedCommit(): <Result>(
  work: (waitForTurn: WaitForTurn) => Promise<Result>,
) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const before = last;
    const working = work(() => withTimeout(before)).catch(async (error) => {
      if (!(error instanceof TurnTimeout)) throw error;
      await before;
      return work(async () => {});
    });
    last = working;
    return working;
  };
}

class TurnTimeout extends Error {}

async function withTimeout(before: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TurnTimeout('its turn did not come')), timeoutMs);
  });
  try {
    await Promise.race([before, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
