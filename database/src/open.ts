import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, sql } from 'kysely';
import { type DatabaseNews, databaseNews } from './events.ts';
import { type PoolState, type PostgresOptions, postgresDialect } from './postgres/postgres.ts';
import { SqliteDialect } from './sqlite/sqlite.ts';
import { sqliteUpkeep } from './sqlite/vacuum.ts';
import type { Tables } from './tables.ts';
import { joinOpenTransaction } from './transaction.ts';
import type { Upkeep } from './upkeep.ts';

export { type Act, allOrNone } from './atomic-statements.ts';
export { roomToRewrite } from './sqlite/vacuum.ts';
export type { Tables } from './tables.ts';
export { captureUnavailable, troubleOf, Unavailable } from './unavailable.ts';
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
  upkeep: Upkeep;
  news: DatabaseNews;
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
  const upkeep = sqliteUpkeep(file);
  const news = databaseNews();
  const db = joinOpenTransaction(inner, news);
  return {
    kind: 'sqlite',
    db,
    reads: db,
    upkeep,
    news,
    poolState: () => null,
    close: async () => {
      await upkeep.close();
      await inner.destroy();
    },
  };
}

function openPostgres(url: string, how: Omit<PostgresOptions, 'news'>): Database {
  const news = databaseNews();
  const { dialect, reads: readsDialect, state } = postgresDialect(url, { ...how, news });
  const inner = new Kysely<Tables>({ dialect });
  const db = joinOpenTransaction(inner, news);
  const reads = readsDialect ? new Kysely<Tables>({ dialect: readsDialect }) : null;
  return {
    kind: 'postgres',
    db,
    reads: reads ?? db,
    upkeep: {
      emptyLog: async () => true,
      rewrite: async (tables = ['chat', 'message', 'user']) => {
        for (const table of tables) await sql`vacuum full ${sql.table(table)}`.execute(db);
        return 'done';
      },
    },
    news,
    poolState: state,
    close: async () => {
      await reads?.destroy();
      await inner.destroy();
    },
  };
}
