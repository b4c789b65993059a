import { existsSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { Kysely, SqliteDialect } from 'kysely';
import { type Database, openDatabase } from './open.ts';
import type { Tables } from './tables.ts';

export type ReadOnlyDatabase = Pick<Database, 'kind' | 'db' | 'close'>;

/** How long to wait for a process that has locked the file, in milliseconds. */
const timeoutMs = 2000;

/** Opens an existing database and changes nothing: no file, no folder, no row. */
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
  // Even to read, SQLite creates a log file that it does not remove. `immutable` prevents that.
  if (!existsSync(`${file}-wal`)) address.search = 'immutable=1';
  return new DatabaseSync(address, { readOnly: true, timeout: timeoutMs });
}
