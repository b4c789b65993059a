import { after, describe } from 'node:test';
import { migrate } from './migrate.ts';
import { type Database, openDatabase } from './open.ts';
import { type DatabasePlace, newPlace } from './testing-places.ts';

export { freePort } from './free-port.ts';
export { migrateUpTo } from './migrate.ts';
export { startPostgres } from './testing-cluster.ts';
export { conflictsMet, injectConflicts } from './testing-conflicts.ts';
export { onSmallDisk, type SmallDisk } from './testing-disk.ts';
export { filesOf } from './testing-files.ts';
export { type Line, startLine } from './testing-line.ts';
export { pgbouncer, startPgbouncer } from './testing-pgbouncer.ts';
export { type DatabasePlace, newPlace } from './testing-places.ts';
export { mustFind, needs, skippedFor } from './testing-programs.ts';
export { chancesOf } from './testing-seed.ts';

/**
 * Runs a suite on SQLite and on PostgreSQL.
 *
 * @param suite gets the kind, a function that opens a new migrated database, and one that only gives a place for it; all gone at the end of the suite
 */
export function onEveryDatabase(
  suite: (on: {
    kind: Database['kind'];
    open: () => Promise<Database & DatabasePlace>;
    place: () => Promise<DatabasePlace>;
  }) => void,
) {
  for (const kind of ['sqlite', 'postgres'] as const) {
    describe(kind, () => {
      const endings: (() => Promise<void>)[] = [];
      after(async () => {
        for (const end of endings.reverse()) await end();
      });
      const place = async () => {
        const { url, remove } = await newPlace(kind, process.env.TEST_DATABASE_URL);
        endings.push(remove);
        return { url };
      };
      const open = async () => {
        const { url } = await place();
        const database = openDatabase(url);
        endings.push(database.close);
        await migrate(database);
        return { ...database, url };
      };
      suite({ kind, open, place });
    });
  }
}
