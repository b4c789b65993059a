import { EventEmitter } from 'node:events';

/** What the database reports for metrics. */
export type DatabaseEvents = EventEmitter<{
  /** The time spent waiting for a connection, in milliseconds, even if none came. */
  waited: [ms: number];
  /** A transaction is run again after a conflict. */
  retried: [];
  /** The time of a transaction with all its runs, in milliseconds. Includes single writing statements on PostgreSQL. */
  transacted: [ms: number];
}>;

export function databaseEvents(): DatabaseEvents {
  return new EventEmitter();
}
