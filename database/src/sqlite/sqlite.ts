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
import { SqliteConnection } from './connection.ts';
import { type SqliteTurn, SqliteWriter } from './writer.ts';

// A transaction takes the write lock when it begins, so it cannot fail half-way for lack of it.
export class SqliteDialect implements Dialect {
  readonly #driver: SqliteDriver;

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
  #writer: SqliteWriter | undefined;
  #reader: SqliteConnection | undefined;

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
    this.#writer = new SqliteWriter(new SqliteConnection(this.#file, { readOnly: false }));
    this.#reader = new SqliteConnection(this.#file, { readOnly: true });
  }

  async acquireConnection() {
    return new Lease(this);
  }

  async beginTransaction(lease: Lease) {
    await lease.begin();
  }

  async commitTransaction(lease: Lease) {
    await lease.end('commit');
  }

  async rollbackTransaction(lease: Lease) {
    await lease.end('rollback');
  }

  async releaseConnection() {}

  async destroy() {
    this.#reader?.close();
    this.#writer?.close();
    this.#reader = undefined;
    this.#writer = undefined;
  }
}

class Lease implements DatabaseConnection {
  readonly #driver: SqliteDriver;
  #turn: SqliteTurn | undefined;

  constructor(driver: SqliteDriver) {
    this.#driver = driver;
  }

  async begin() {
    this.#turn = await this.#driver.writer.begin();
  }

  async end(how: 'commit' | 'rollback') {
    const turn = this.#turn;
    this.#turn = undefined;
    await turn?.end(how);
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#turn) return this.#turn.run<Row>(query);
    if (SelectQueryNode.is(query.query)) return this.#driver.reader.run<Row>(query);
    await this.begin();
    try {
      const result = await this.executeQuery<Row>(query);
      await this.end('commit');
      return result;
    } catch (error) {
      await this.end('rollback');
      throw error;
    }
  }

  streamQuery(): AsyncIterableIterator<never> {
    throw new Error('rows cannot be streamed from SQLite');
  }
}
