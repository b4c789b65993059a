import { EventEmitter } from 'node:events';

/** What a database tells of its work to whoever measures it. */
export type DatabaseEvents = EventEmitter<{
  /** How long somebody waited for a connection, in milliseconds; also in vain. */
  waited: [ms: number];
  /** A transaction is run again, because another one stood in its way. */
  retried: [];
  /**
   * A transaction has ended, and how long it has taken with all its runs, in milliseconds; on PostgreSQL also one that is a
   * single statement, unless it only reads.
   */
  transacted: [ms: number];
}>;

export function databaseEvents(): DatabaseEvents {
  return new EventEmitter();
}
