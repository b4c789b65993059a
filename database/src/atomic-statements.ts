import { type Kysely, PostgresAdapter, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** A statement of Kysely's that returns a row where it did something. */
export type Act = { execute: () => Promise<unknown[]> };

/**
 * Runs statements of which none depends on what another one writes: all of them, or none where one would do nothing, or
 * meets a row that is there already or one that is gone. Not to be called inside a transaction: on PostgreSQL they are one
 * statement, and one way to the database and back, on SQLite a transaction.
 *
 * @param acts makes them, on the transaction that it is given where there is one
 * @returns whether they were done
 */
export async function allOrNone(db: Kysely<Tables>, acts: (db: Kysely<Tables>) => Act[]): Promise<boolean> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  try {
    await (isPostgres ? atOnce(db, acts(db)) : oneByOne(db, acts));
    return true;
  } catch (error) {
    if (isUndone(error)) return false;
    throw error;
  }
}

/** A statement that fails undoes all its parts: it divides by zero where one of them did nothing. */
async function atOnce(db: Kysely<Tables>, acts: Act[]): Promise<void> {
  const names = acts.map((_, i) => sql.id(`act${i}`));
  const parts = acts.map((act, i) => sql`${names[i]} as (${act})`);
  const done = names.map((name) => sql`exists (select from ${name})`);
  await sql`with ${sql.join(parts)} select 1 / (${sql.join(done, sql` and `)})::integer`.execute(db);
}

function oneByOne(db: Kysely<Tables>, acts: (db: Kysely<Tables>) => Act[]): Promise<void> {
  return db.transaction().execute(async (trx) => {
    for (const act of acts(trx)) if ((await act.execute()).length === 0) throw new NothingDone();
  });
}

class NothingDone extends Error {}

function isUndone(error: unknown): boolean {
  if (error instanceof NothingDone) return true;
  const DIVISION_BY_ZERO = '22012';
  const [UNIQUE_VIOLATION, FOREIGN_KEY_VIOLATION] = ['23505', '23503'];
  const [SQLITE_UNIQUE, SQLITE_PRIMARYKEY, SQLITE_FOREIGNKEY] = [2067, 1555, 787];
  const { code, errcode } = error as { code?: string; errcode?: number };
  return (
    [DIVISION_BY_ZERO, UNIQUE_VIOLATION, FOREIGN_KEY_VIOLATION].includes(code ?? '') ||
    [SQLITE_UNIQUE, SQLITE_PRIMARYKEY, SQLITE_FOREIGNKEY].includes(errcode ?? 0)
  );
}
