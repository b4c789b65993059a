import type { Kysely } from 'kysely';
import { isPostgres } from './many-codes.ts';
import type { InvitationTables } from './tables.ts';

/** How a long piece of writing lets others write meanwhile. */
export type Pace = {
  /** How many codes one transaction writes. */
  rows: number;
  /** How long to wait after it, as a part of the time that it took. */
  pause: number;
};

/** The pace for a database. On SQLite others write only between two transactions, and look for the gap every few milliseconds. */
export function paceOf(db: Kysely<InvitationTables>): Pace {
  return isPostgres(db) ? { rows: 2000, pause: 0 } : { rows: 1000, pause: 0.25 };
}
