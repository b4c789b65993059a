import type { Tables } from './tables.ts';

export type Upkeep = {
  /** Empties SQLite's write-ahead log; false when others were using it. Does nothing on PostgreSQL. */
  emptyLog: () => Promise<boolean>;
  /** Rewrites the files without deleted data; blocks other queries. Default on PostgreSQL: tables with user data. */
  rewrite: (tables?: (keyof Tables)[]) => Promise<'done' | 'busy' | 'no room'>;
};
