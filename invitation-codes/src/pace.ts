import type { Kysely } from 'kysely';
import { isPostgres } from './many-codes.ts';
import type { InvitationTables } from './tables.ts';

/** How a long piece of writing lets others write meanwhile. */
export type Pace = {
  /** How many codes one transaction writes. */
  rows: number;
  /** How long it waits after each, in milliseconds. */
  gapMs: number;
};

/** The pace for a database. On SQLite others write only between two transactions, and look for the gap every 10 ms at most. */
export function paceOf(db: Kysely<InvitationTables>): Pace {
  return { rows: 4000, gapMs: isPostgres(db) ? 0 : 12 };
}
