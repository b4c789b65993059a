import type { CompiledQuery, Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** A Kysely statement that returns a row when it did something. */
export type Statement = { execute: () => Promise<unknown[]>; compile: () => CompiledQuery };

/**
 * Runs statements in one transaction: all, or none if one returns no row. Returns whether they ran.
 * They are sent together, so none may need another's result, and none may fail on an existing or missing row.
 * Do not call it inside a transaction.
 */
export type Atomically = (statements: (db: Kysely<Tables>) => Statement[]) => Promise<boolean>;

/** For SQLite. */
export function oneByOne(db: Kysely<Tables>): Atomically {
  return async (statements) => {
    try {
      await db.transaction().execute(async (trx) => {
        for (const statement of statements(trx))
          if ((await statement.execute()).length === 0) throw new NothingDone();
      });
      return true;
    } catch (error) {
      if (error instanceof NothingDone) return false;
      throw error;
    }
  };
}

class NothingDone extends Error {}
