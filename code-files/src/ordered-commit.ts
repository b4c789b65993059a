/** Waits until all that was begun before is done; throws `TooLong` when that takes too long, and what failed before. */
export type WaitForTurn = () => Promise<void>;

/** How long a turn is waited for, in milliseconds. */
const timeoutMs = 2000;

/**
 * Lets pieces of work overlap that must end one after the other. Each does what it can, waits for its turn, and ends.
 *
 * Two such lines may wait for each other in a circle, by locks of the database, which does not see that a piece waits
 * for its turn. Whoever waits too long therefore fails, lets go of what it holds, and is done again when its turn has come.
 */
export function orderedCommit(): <Result>(work: (turn: WaitForTurn) => Promise<Result>) => Promise<Result> {
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
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TurnTimeout('its turn did not come')), timeoutMs);
  });
  try {
    await Promise.race([before, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
