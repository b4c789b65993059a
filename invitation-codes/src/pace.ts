import type { Kysely } from 'kysely';
import { isPostgres } from './many-codes.ts';
import type { InvitationTables } from './tables.ts';

/** How a long piece of writing lets others write meanwhile. */
export type Pace = {
  /** How many codes one transaction writes. */
  rows: number;
  /** How long it waits after each, in milliseconds. */
  gapMs: number;
  /** How many transactions may write at once. */
  width: number;
};

/** The pace for a database. On SQLite others write only between two transactions, and look for the gap every 10 ms at most. */
export function paceOf(db: Kysely<InvitationTables>): Pace {
  return isPostgres(db) ? { rows: 4000, gapMs: 0, width: 2 } : { rows: 4000, gapMs: 12, width: 1 };
}
