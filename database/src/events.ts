import { EventEmitter } from 'node:events';

export type DatabaseEvents = EventEmitter<{
  waited: [ms: number];
  retried: [];
  /** In milliseconds, with all its runs. Includes single writing statements on PostgreSQL. */
  transacted: [ms: number];
  /** PostgreSQL is a replica, or a primary that was replaced. */
  readOnly: [];
}>;

export function databaseEvents(): DatabaseEvents {
  return new EventEmitter();
}
