import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
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

/** How long a write waits for another process that writes, in milliseconds. */
const patienceMs = 10_000;

/**
 * Kysely on `node:sqlite`: one connection that writes, behind a queue, and one that reads whatever is committed.
 * A transaction takes the write lock at its begin, so it never fails half-way for want of it.
 */
export class SqliteDialect implements Dialect {
  readonly driver: SqliteDriver;

  /** @param file the path of the database file */
  constructor(file: string) {
    this.driver = new SqliteDriver(file);
  }

  createDriver() {
    return this.driver;
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
  #writer: Connection | undefined;
  #reader: Connection | undefined;
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
    this.#writer = new Connection(this.#file, { readOnly: false });
    this.#reader = new Connection(this.#file, { readOnly: true });
  }

  /** Waits for one's turn to write; the answer ends the turn. */
  async takeTurn(): Promise<() => void> {
    const before = this.#lastInLine;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#lastInLine = promise;
    await before;
    return resolve;
  }

  /** Moves the write-ahead log into the database file and empties it; false when a reader stood in the way. */
  async truncateLog(): Promise<boolean> {
    const endTurn = await this.takeTurn();
    try {
      const [row] = this.writer.all('PRAGMA wal_checkpoint(TRUNCATE)');
      return row?.busy === 0;
    } finally {
      endTurn();
    }
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

class Connection {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(file: string, { readOnly }: { readOnly: boolean }) {
    this.#database = new DatabaseSync(file, { readOnly, timeout: patienceMs });
    if (readOnly) return;
    this.exec('PRAGMA journal_mode = WAL');
    this.exec('PRAGMA synchronous = FULL');
    this.exec('PRAGMA secure_delete = ON');
    this.exec('PRAGMA temp_store = MEMORY');
    // SQLite's own waiting would hold up the event loop: `whenNotBusy` waits instead.
    this.exec('PRAGMA busy_timeout = 0');
  }

  get isInTransaction() {
    return this.#database.isTransaction;
  }

  exec(statement: string) {
    this.#database.exec(statement);
  }

  all(statement: string) {
    return this.#database.prepare(statement).all();
  }

  run<Row>({ sql, parameters }: CompiledQuery): QueryResult<Row> {
    const statement = this.#prepare(sql);
    const values = parameters.map(toSqlValue);
    if (statement.columns().length > 0) return { rows: statement.all(...values) as Row[] };
    const { changes, lastInsertRowid } = statement.run(...values);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  close() {
    this.#database.close();
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    // Batches of varying length make ever new statements; 500 is far above what the product itself has.
    if (this.#statements.size >= 500) this.#statements.clear();
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

/** Does a write as soon as no other process is writing. */
async function whenNotBusy<T>(write: () => T): Promise<T> {
  const deadline = Date.now() + patienceMs;
  while (true) {
    try {
      return write();
    } catch (error) {
      if (!isBusy(error) || Date.now() > deadline) throw error;
    }
    await wait(1 + Math.random() * 9);
  }
}

function isBusy(error: unknown): boolean {
  const SQLITE_BUSY = 5;
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === SQLITE_BUSY;
}

/** `node:sqlite` takes a Date in the first place for named parameters and binds NULL; a Date becomes text here, a boolean 0 or 1. */
function toSqlValue(value: unknown): SQLInputValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return value;
  if (ArrayBuffer.isView(value)) return value as Uint8Array;
  throw new TypeError(`a ${typeof value} cannot be stored`);
}
