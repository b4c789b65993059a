import type { Kysely } from 'kysely';
import { isPostgres } from '../dialect.ts';
import type { InvitationTables } from '../tables.ts';

export type Throttle = {
  /** Rows per transaction. */
  rows: number;
  /** For an import, which adapts the size. */
  maxRows: number;
  /** Pause after each transaction, in milliseconds. */
  gapMs: number;
};

/**
 * On SQLite others can write only between two transactions, and they poll for that gap every 10 ms. Large transactions
 * pay off there: more rows share each index page that is written.
 */
export function throttleFor(db: Kysely<InvitationTables>): Throttle {
  return isPostgres(db)
    ? { rows: 4000, maxRows: 4000, gapMs: 0 }
    : { rows: 4000, maxRows: 20_000, gapMs: 12 };
}
