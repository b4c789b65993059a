import { EventEmitter } from 'node:events';

export type DatabaseEvents = EventEmitter<{
  waited: [ms: number];
  retried: [];
  /** In milliseconds, with all its runs. Includes single writing statements on PostgreSQL. */
  transacted: [ms: number];
}>;

export function databaseEvents(): DatabaseEvents {
  return new EventEmitter();
}
