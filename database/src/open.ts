import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, sql } from 'kysely';
import { type Atomically, inSequence } from './atomic-statements.ts';
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

export type Database = {
  kind: 'sqlite' | 'postgres';
  /** Queries join the transaction that is open in their async context. */
  db: Kysely<Tables>;
  /** For reads of a few rows, without transaction or lock: on PostgreSQL, connections are shared. */
  reads: Kysely<Tables>;
  atomically: Atomically;
  upkeep: Upkeep;
  events: DatabaseEvents;
  poolState: () => PoolState | null;
  close: () => Promise<void>;
};

/**
 * Creates a missing SQLite file and its folder, private to the owner.
 * @param answerMs PostgreSQL's time for a statement, in milliseconds; then its connection is dropped. Default: no limit
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
  // Private even in a public folder; SQLite gives its other files the same mode.
  closeSync(openSync(file, 'a', 0o600));
  const inner = new Kysely<Tables>({ dialect: new SqliteDialect(file) });
  const upkeep = sqliteVacuum(file);
  const events = databaseEvents();
  const db = joinOpenTransaction(inner, events);
  return {
    kind: 'sqlite',
    db,
    reads: db,
    atomically: inSequence(db),
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
  const reads = new Kysely<Tables>({ dialect: readsDialect });
  return {
    kind: 'postgres',
    db,
    reads,
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
      await reads.destroy();
      await inner.destroy();
    },
  };
}
