import type { Kysely } from 'kysely';
import type { InvitationTables } from '../tables.ts';
import { isPostgres } from './bulk.ts';

/** How a long piece of writing lets others write meanwhile. */
export type Throttle = {
  /** How many codes one transaction writes. */
  rows: number;
  /** How many an import writes in one at the most. */
  maxRows: number;
  /** How long it waits after each, in milliseconds. */
  gapMs: number;
};

/**
 * The pace for a database. On SQLite others write only between two transactions, and look for the gap every 10 ms at
 * most; and the more rows are written at once, the more of them share a page of an index, which is written once for all.
 */
export function throttleFor(db: Kysely<InvitationTables>): Throttle {
  return isPostgres(db)
    ? { rows: 4000, maxRows: 4000, gapMs: 0 }
    : { rows: 4000, maxRows: 20_000, gapMs: 12 };
}
