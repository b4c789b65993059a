import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, sql } from 'kysely';
import { type Atomically, oneByOne } from './atomic-statements.ts';
import { type DatabaseEvents, databaseEvents } from './events.ts';
import { type PoolState, type PostgresOptions, postgresDialect } from './postgres/postgres.ts';
import { SqliteDialect } from './sqlite/sqlite.ts';
import { sqliteVacuum } from './sqlite/vacuum.ts';
import type { Tables } from './tables.ts';
import { joinOpenTransaction } from './transaction.ts';
import type { Upkeep } from './upkeep.ts';

export type { Atomically, Statement } from './atomic-statements.ts';
export { spaceForVacuum } from './sqlite/vacuum.ts';
export type { Tables } from './tables.ts';
export { captureUnavailable, Unavailable, unavailable } from './unavailable.ts';
export type { Upkeep } from './upkeep.ts';

/** An open database. */
export type Database = {
  kind: 'sqlite' | 'postgres';
  /** Runs queries; inside a transaction, whoever opened it, they join it. */
  db: Kysely<Tables>;
  /**
   * Reads a few rows, outside of transactions, without a lock: on PostgreSQL on connections that many share, where a
   * statement that takes long, or waits, keeps others waiting.
   */
  reads: Kysely<Tables>;
  atomically: Atomically;
  upkeep: Upkeep;
  events: DatabaseEvents;
  /** The connections as they are now; null on SQLite, which has none to wait for. */
  poolState: () => PoolState | null;
  close: () => Promise<void>;
};

/**
 * Opens the database at an address; makes the file, and its folder for the owner only, when there is none.
 *
 * @param url `sqlite:` followed by a path, or `postgres://…`
 * @param poolSize the most connections to PostgreSQL
 * @param keepsStatements whether PostgreSQL keeps statements, and plans them by key: for a server, which asks the same again
 * and again
 * @param answerMs how long PostgreSQL may take to answer a statement, in milliseconds, before its connection is given up as a
 * silent one. Default: for ever
 */
export function openDatabase(
  url: string,
  {
    poolSize = 20,
    keepsStatements = false,
    answerMs,
  }: { poolSize?: number | undefined; keepsStatements?: boolean; answerMs?: number | undefined } = {},
): Database {
  return url.startsWith('sqlite:')
    ? openSqlite(url.slice('sqlite:'.length))
    : openPostgres(url, { size: poolSize, keepsStatements, answerMs });
}

function openSqlite(file: string): Database {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // For the owner only, also in a folder that others can read; SQLite gives its other files the same mode.
  closeSync(openSync(file, 'a', 0o600));
  const inner = new Kysely<Tables>({ dialect: new SqliteDialect(file) });
  const upkeep = sqliteVacuum(file);
  const events = databaseEvents();
  const db = joinOpenTransaction(inner, events);
  return {
    kind: 'sqlite',
    db,
    reads: db,
    atomically: oneByOne(db),
    upkeep,
    events,
    poolState: () => null,
    close: async () => {
      await upkeep.close();
      await inner.destroy();
    },
  };
}

function openPostgres(url: string, how: Omit<PostgresOptions, 'events'>): Database {
  const events = databaseEvents();
  const { dialect, reads: readsDialect, sendTogether, state } = postgresDialect(url, { ...how, events });
  const inner = new Kysely<Tables>({ dialect });
  const db = joinOpenTransaction(inner, events);
  const reads = readsDialect ? new Kysely<Tables>({ dialect: readsDialect }) : null;
  return {
    kind: 'postgres',
    db,
    reads: reads ?? db,
    atomically: (statements) => sendTogether(statements(inner).map((statement) => statement.compile())),
    upkeep: {
      emptyLog: async () => true,
      rewrite: async (tables = ['chat', 'message', 'user']) => {
        for (const table of tables) await sql`vacuum full ${sql.table(table)}`.execute(db);
        return 'done';
      },
    },
    events,
    poolState: state,
    close: async () => {
      await reads?.destroy();
      await inner.destroy();
    },
  };
}
