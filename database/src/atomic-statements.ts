import type { CompiledQuery, Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** A statement of Kysely's that returns a row where it did something. */
export type Statement = { execute: () => Promise<unknown[]>; compile: () => CompiledQuery };

/**
 * Runs statements in one transaction: all of them, or none where one returns no row. They are sent together, so that none
 * may depend on what another one returns, and each must do nothing, instead of failing, where it meets a row that is there
 * already or misses one that is gone. Not to be called inside a transaction.
 *
 * @param statements makes them
 * @returns whether they were done
 */
export type Atomically = (statements: (db: Kysely<Tables>) => Statement[]) => Promise<boolean>;

/** On SQLite, one after the other. */
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
