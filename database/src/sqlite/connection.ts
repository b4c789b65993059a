import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import type { CompiledQuery, QueryResult } from 'kysely';
import { unavailable } from '../unavailable.ts';

/** How long a write waits for others that write, in milliseconds: whoever would wait longer is told to come again. */
export const timeoutMs = 10_000;

type Prepared = { statement: StatementSync; returnsRows: boolean };

/** One connection of `node:sqlite`, with the pragmas that Foyer relies on. */
export class SqliteConnection {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, Prepared>();

  constructor(file: string, { readOnly }: { readOnly: boolean }) {
    this.#database = new DatabaseSync(file, { readOnly, timeout: timeoutMs });
    if (readOnly) return;
    this.exec('PRAGMA journal_mode = WAL');
    this.exec('PRAGMA synchronous = FULL');
    this.exec('PRAGMA secure_delete = ON');
    this.exec('PRAGMA temp_store = MEMORY');
    // SQLite's own waiting would hold up the event loop: `whenNotBusy` waits instead.
    this.exec('PRAGMA busy_timeout = 0');
  }

  get isInTransaction() {
    return this.#database.isOpen && this.#database.isTransaction;
  }

  exec(statement: string) {
    naming(() => this.#database.exec(statement));
  }

  run<Row>({ sql, parameters }: CompiledQuery): QueryResult<Row> {
    const { statement, returnsRows } = this.#prepare(sql);
    const values = parameters.map(toSqlValue);
    return naming(() => {
      if (returnsRows) return { rows: statement.all(...values) as Row[] };
      const { changes, lastInsertRowid } = statement.run(...values);
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
    });
  }

  close() {
    this.#database.close();
  }

  #prepare(sql: string): Prepared {
    const known = this.#statements.get(sql);
    if (known) return known;
    // Batches of varying length make ever new statements; 500 is far above what the product itself has.
    if (this.#statements.size >= 500) this.#statements.clear();
    const statement = this.#database.prepare(sql);
    const prepared = { statement, returnsRows: statement.columns().length > 0 };
    this.#statements.set(sql, prepared);
    return prepared;
  }
}

/**
 * Does a write as soon as no other process is writing.
 *
 * @param since when its waiting began, by `performance.now()`. Default: now
 */
export async function whenNotBusy<T>(write: () => T, since = performance.now()): Promise<T> {
  const deadline = since + timeoutMs;
  while (true) {
    try {
      return write();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() > deadline) throw unavailable('overloaded', error);
    }
    await wait(1 + Math.random() * 9);
  }
}

function isBusy(error: unknown): boolean {
  const SQLITE_BUSY = 5;
  return (codeOf(error) & 0xff) === SQLITE_BUSY;
}

/** Gives the troubles of a file system their names: full, or its quota used up; or not readable at all. */
function naming<T>(work: () => T): T {
  const SQLITE_FULL = 13;
  const SQLITE_IOERR = 10;
  const SQLITE_IOERR_WRITE = 778;
  try {
    return work();
  } catch (error) {
    const code = codeOf(error);
    if (code === SQLITE_FULL || code === SQLITE_IOERR_WRITE) throw unavailable('full', error);
    throw (code & 0xff) === SQLITE_IOERR ? unavailable('away', error) : error;
  }
}

function codeOf(error: unknown): number {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0;
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
