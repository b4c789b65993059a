import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SelectQueryNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { SqliteConnection, whenNotBusy } from './sqlite-connection.ts';

/**
 * Kysely on `node:sqlite`: one connection that writes, behind a queue, and one that reads whatever is committed.
 * A transaction takes the write lock at its begin, so it never fails half-way for want of it.
 */
export class SqliteDialect implements Dialect {
  readonly #driver: SqliteDriver;

  /** @param file the path of the database file */
  constructor(file: string) {
    this.#driver = new SqliteDriver(file);
  }

  createDriver() {
    return this.#driver;
  }

  createQueryCompiler() {
    return new SqliteQueryCompiler();
  }

  createAdapter() {
    return new ConcurrentSqliteAdapter();
  }

  createIntrospector(db: Kysely<unknown>) {
    return new SqliteIntrospector(db);
  }
}

class ConcurrentSqliteAdapter extends SqliteAdapter {
  override get supportsMultipleConnections() {
    return true;
  }

  override get supportsTransactionalDdl() {
    return true;
  }
}

class SqliteDriver implements Driver {
  readonly #file: string;
  #writer: SqliteConnection | undefined;
  #reader: SqliteConnection | undefined;
  #lastInLine: Promise<void> = Promise.resolve();

  constructor(file: string) {
    this.#file = file;
  }

  get writer() {
    if (!this.#writer) throw new Error('the database is closed');
    return this.#writer;
  }

  get reader() {
    if (!this.#reader) throw new Error('the database is closed');
    return this.#reader;
  }

  async init() {
    this.#writer = new SqliteConnection(this.#file, { readOnly: false });
    this.#reader = new SqliteConnection(this.#file, { readOnly: true });
  }

  /** Waits for one's turn to write; the answer ends the turn. */
  async takeTurn(): Promise<() => void> {
    const before = this.#lastInLine;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#lastInLine = promise;
    await before;
    return resolve;
  }

  async acquireConnection() {
    return new Lease(this);
  }

  async beginTransaction(lease: Lease) {
    await lease.begin();
  }

  async commitTransaction(lease: Lease) {
    lease.end('COMMIT');
  }

  async rollbackTransaction(lease: Lease) {
    lease.end('ROLLBACK');
  }

  async releaseConnection() {}

  async destroy() {
    this.#reader?.close();
    this.#writer?.close();
    this.#reader = undefined;
    this.#writer = undefined;
  }
}

/** What Kysely holds while it runs a query or a transaction. */
class Lease implements DatabaseConnection {
  readonly #driver: SqliteDriver;
  #endTurn: (() => void) | undefined;

  constructor(driver: SqliteDriver) {
    this.#driver = driver;
  }

  async begin() {
    const endTurn = await this.#driver.takeTurn();
    try {
      await whenNotBusy(() => this.#driver.writer.exec('BEGIN IMMEDIATE'));
    } catch (error) {
      endTurn();
      throw error;
    }
    this.#endTurn = endTurn;
  }

  end(statement: 'COMMIT' | 'ROLLBACK') {
    const { writer } = this.#driver;
    // SQLite rolls back by itself after some errors, a full disk among them.
    if (statement === 'ROLLBACK' && !writer.isInTransaction) return this.#leave();
    writer.exec(statement);
    this.#leave();
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#endTurn) return this.#driver.writer.run<Row>(query);
    if (SelectQueryNode.is(query.query)) return this.#driver.reader.run<Row>(query);
    const endTurn = await this.#driver.takeTurn();
    try {
      return await whenNotBusy(() => this.#driver.writer.run<Row>(query));
    } finally {
      endTurn();
    }
  }

  streamQuery(): AsyncIterableIterator<never> {
    throw new Error('rows cannot be streamed from SQLite');
  }

  #leave() {
    this.#endTurn?.();
    this.#endTurn = undefined;
  }
}
