import { after, describe } from 'node:test';
import { migrate } from '../../database/src/migrate.ts';
import { type Database, openDatabase } from '../../database/src/open.ts';
import { type DatabasePlace, newPlace } from './places.ts';

export { migrateUpTo } from '../../database/src/migrate.ts';
export { startPostgres } from './cluster.ts';
export { conflictsMet, injectConflicts } from './conflicts.ts';
export { type DatabaseProxy, startDatabaseProxy } from './database-proxy.ts';
export { debianPostgres, startDebianPostgres } from './debian-cluster.ts';
export { onSmallDisk, type SmallDisk } from './disk.ts';
export { filesOf } from './files.ts';
export { freePort } from './free-port.ts';
export { pgbouncer, startPgbouncer } from './pgbouncer.ts';
export { type DatabasePlace, newPlace } from './places.ts';
export { mustFind, needs, skippedFor } from './programs.ts';
export { chancesOf } from './seed.ts';

/** The databases of the suites. `npm run test:quick` leaves PostgreSQL out. */
export const kinds = (process.env.TEST_KINDS ?? 'sqlite,postgres').split(',') as Database['kind'][];

/**
 * Runs a suite on SQLite and on PostgreSQL.
 * @param suite gets the kind, `open` (a new migrated database) and `place` (an empty one); all are deleted at the end
 * of the suite
 */
export function onEveryDatabase(
  suite: (on: {
    kind: Database['kind'];
    open: () => Promise<Database & DatabasePlace>;
    place: () => Promise<DatabasePlace>;
  }) => void,
) {
  for (const kind of kinds) {
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
