import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { DatabaseEvents } from './events.ts';
import { unavailable } from './unavailable.ts';

const maxRuns = 6;

type Run = { conflict: unknown };

const runs = new AsyncLocalStorage<Run>();

/** Runs a transaction until no other one undoes it. It must have no effects outside the database. */
export async function untilNoConflict<T>(transaction: () => Promise<T>, onAgain: () => void): Promise<T> {
  for (let count = 1; ; count++) {
    const run: Run = { conflict: null };
    try {
      return await runs.run(run, transaction);
    } catch (error) {
      // Better Auth replaces database errors with its own, so we note the conflict separately.
      const conflict = run.conflict ?? (isConflict(error) ? error : null);
      if (!conflict) throw error;
      if (count === maxRuns) throw unavailable('overloaded', conflict);
    }
    onAgain();
    // Random and growing pauses, so that the same transactions do not meet again.
    await wait(Math.random() * 10 * 2 ** count);
  }
}

/** The same, and tells of each further run and of how long all of them took. */
export async function runTransaction<T>(events: DatabaseEvents, transaction: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  try {
    return await untilNoConflict(transaction, () => events.emit('retried'));
  } finally {
    events.emit('transacted', performance.now() - begun);
  }
}

export function isConflict(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01');
}

export function noteConflict(error: unknown) {
  const run = runs.getStore();
  if (run) run.conflict ??= error;
}
