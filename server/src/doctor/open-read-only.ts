import { existsSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { type Database, openDatabase, type Tables } from '@foyer/database';
import { Kysely, SqliteDialect } from 'kysely';

/** A database to look at. */
export type ReadOnlyDatabase = Pick<Database, 'kind' | 'db' | 'close'>;

/** How long a reading waits for who has the file to himself, in milliseconds. */
const timeoutMs = 2000;

/** Opens a database that is there, and leaves everything as it was: the file, its folder, and what lies in it. */
export function openReadOnly(url: string): ReadOnlyDatabase {
  if (!url.startsWith('sqlite:')) return openDatabase(url);
  const sqlite = openFile(url.slice('sqlite:'.length));
  const database = {
    prepare: (sql: string) => {
      const statement = sqlite.prepare(sql);
      const all = (values: readonly unknown[]) => statement.all(...(values as SQLInputValue[]));
      const refuse = () => {
        throw new Error('the database is only looked at');
      };
      return { reader: true, all, run: refuse, iterate: refuse };
    },
    close: () => sqlite.close(),
  };
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  return { kind: 'sqlite', db, close: () => db.destroy() };
}

function openFile(file: string): DatabaseSync {
  const address = pathToFileURL(file);
  // Even to read, SQLite makes a log beside a file that nobody has open, and does not take it away again.
  if (!existsSync(`${file}-wal`)) address.search = 'immutable=1';
  return new DatabaseSync(address, { readOnly: true, timeout: timeoutMs });
}
