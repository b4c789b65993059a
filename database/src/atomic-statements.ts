import type { CompiledQuery, Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export type Statement = { execute: () => Promise<unknown[]>; compile: () => CompiledQuery };

// All statements or none, if one returns no row. They are sent together, so none may need another's result or fail on
// an existing or missing row. Do not call it inside a transaction.
export type Atomically = (statements: (db: Kysely<Tables>) => Statement[]) => Promise<boolean>;

export function inSequence(db: Kysely<Tables>): Atomically {
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
