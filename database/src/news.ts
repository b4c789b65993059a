import { EventEmitter } from 'node:events';

/** What a database tells of its work to whoever measures it. */
export type DatabaseNews = EventEmitter<{
  /** How long somebody waited for a connection, in milliseconds; also in vain. */
  waited: [ms: number];
}>;

export function databaseNews(): DatabaseNews {
  return new EventEmitter();
}
