import type { Tables } from './tables.ts';

/** What keeps deleted rows out of the files. */
export type Upkeep = {
  /**
   * Empties the write-ahead log of SQLite. Answers false when others stood in the way. On PostgreSQL there is nothing that a
   * client could do, and the answer is true.
   */
  emptyLog: () => Promise<boolean>;
  /**
   * Rewrites the files without what was deleted, on the disk; others wait meanwhile.
   *
   * @param tables on PostgreSQL, which of them. Default: those of people
   */
  rewrite: (tables?: (keyof Tables)[]) => Promise<'done' | 'busy' | 'no room'>;
};
