import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { unavailable } from './unavailable.ts';

/** How often a transaction is run at the most. */
const maxRuns = 6;

type Run = { conflict: unknown };

const runs = new AsyncLocalStorage<Run>();

/**
 * Runs a transaction, and again when the database has undone it because another one stood in its way. The whole act is
 * run again: it may do nothing outside the database.
 *
 * @param onAgain called before each further run
 */
export async function untilNoConflict<T>(transaction: () => Promise<T>, onAgain: () => void): Promise<T> {
  for (let count = 1; ; count++) {
    const run: Run = { conflict: null };
    try {
      return await runs.run(run, transaction);
    } catch (error) {
      // Better Auth puts errors of its own in the place of the database's: what was noted decides.
      const conflict = run.conflict ?? (isConflict(error) ? error : null);
      if (!conflict) throw error;
      if (count === maxRuns) throw unavailable('overloaded', conflict);
    }
    onAgain();
    // Those who met must not meet again: each waits for another while, longer each time.
    await wait(Math.random() * 10 * 2 ** count);
  }
}

/** Whether the database has undone a transaction for the sake of another one: a serialization failure or a deadlock. */
export function isConflict(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01');
}

/** Notes in the transaction that runs now that it was undone. */
export function noteConflict(error: unknown) {
  const run = runs.getStore();
  if (run) run.conflict ??= error;
}
