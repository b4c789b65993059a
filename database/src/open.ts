import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { SqliteDialect } from './sqlite.ts';
import { sqliteScrubber } from './sqlite-scrub.ts';
import type { Tables } from './tables.ts';
import { joinOpenTransaction } from './transaction.ts';

export type { Tables } from './tables.ts';

/** An open database. */
export type Database = {
  kind: 'sqlite' | 'postgres';
  /** Runs queries; inside a transaction, whoever opened it, they join it. */
  db: Kysely<Tables>;
  /**
   * Makes sure that what was deleted is in no byte of the files any more, as far as the database lets us: on SQLite the
   * file is rewritten. Answers false while something is owed, because others stood in the way or the file is large.
   */
  scrub: () => Promise<boolean>;
  /** Does what `scrub` owes. */
  scrubIfOwed: () => Promise<boolean>;
  close: () => Promise<void>;
};

/**
 * Opens the database at an address; makes the file, and its folder for the owner only, when there is none.
 *
 * @param url `sqlite:` followed by a path, or `postgres://…`
 */
export function openDatabase(url: string): Database {
  return url.startsWith('sqlite:') ? openSqlite(url.slice('sqlite:'.length)) : openPostgres(url);
}

function openSqlite(file: string): Database {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // For the owner only, also in a folder that others can read; SQLite gives its other files the same mode.
  closeSync(openSync(file, 'a', 0o600));
  const db = new Kysely<Tables>({ dialect: new SqliteDialect(file) });
  return { kind: 'sqlite', db: joinOpenTransaction(db), ...sqliteScrubber(file), close: () => db.destroy() };
}

const nothingOwed = async () => true;

function openPostgres(url: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: 20,
    application_name: 'foyer',
    types: {
      getTypeParser: (oid, format) =>
        oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format),
    },
  });
  // A server that ends idle connections is no reason to end the process: the next query opens a new one.
  pool.on('error', () => {});
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    kind: 'postgres',
    db: joinOpenTransaction(db),
    scrub: nothingOwed,
    scrubIfOwed: nothingOwed,
    close: () => db.destroy(),
  };
}
