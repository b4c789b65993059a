import type { CompiledQuery, QueryResult } from 'kysely';
import { Unavailable, unavailable } from '../unavailable.ts';
import { type SqliteConnection, timeoutMs, whenNotBusy } from './connection.ts';

/** Limits of a shared commit: transactions, and milliseconds in which others may join the first one. */
const maxMembers = 64;
const openMs = 20;

type Group = {
  members: number;
  startedAt: number;
  isFull: boolean;
  isDue: boolean;
  committed: PromiseWithResolvers<void>;
  failure: { error: unknown } | null;
};

// A commit waits for the disk, so transactions of one turn of the event loop share it, each in a savepoint. Between two
// groups the event loop turns, so that early ones are answered first.
export class SqliteWriter {
  readonly #connection: SqliteConnection;
  #lastInLine: Promise<void> = Promise.resolve();
  #hasMember = false;
  #group: Group | null = null;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  async begin(): Promise<SqliteTurn> {
    const since = performance.now();
    const leave = await this.#takeTurn();
    if (performance.now() - since > timeoutMs) {
      leave();
      throw unavailable('overloaded', new Error('the queue of writers is too long'));
    }
    try {
      const group = await this.#groupWithRoom(since);
      this.#connection.exec('SAVEPOINT member');
      this.#hasMember = true;
      group.members++;
      return { run: (query) => this.#run(group, query), end: (how) => this.#end(group, how, leave) };
    } catch (error) {
      leave();
      if (this.#group) this.#fail(this.#group, error);
      throw error;
    }
  }

  close() {
    if (this.#group) this.#commit(this.#group);
    this.#connection.close();
  }

  async #takeTurn(): Promise<() => void> {
    const before = this.#lastInLine;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#lastInLine = promise;
    await before;
    return resolve;
  }

  async #groupWithRoom(since: number): Promise<Group> {
    // A failed group takes no new members.
    if (this.#group?.isFull) await this.#group.committed.promise.catch(() => {});
    return this.#group ?? (await this.#beginGroup(since));
  }

  async #beginGroup(since: number): Promise<Group> {
    await whenNotBusy(() => this.#connection.exec('BEGIN IMMEDIATE'), since);
    const committed = Promise.withResolvers<void>();
    // Every member waits for this promise itself, so an unhandled rejection here means nothing.
    committed.promise.catch(() => {});
    this.#group = {
      members: 0,
      startedAt: performance.now(),
      isFull: false,
      isDue: false,
      committed,
      failure: null,
    };
    return this.#group;
  }

  #run<Row>(group: Group, query: CompiledQuery): QueryResult<Row> {
    // Stop members who have not noticed the failure: they would run outside of a transaction.
    if (group.failure) throw group.failure.error;
    try {
      return this.#connection.run<Row>(query);
    } catch (error) {
      // After some errors (such as a full disk) SQLite rolls back the whole transaction.
      if (!this.#connection.isInTransaction) this.#fail(group, error);
      throw error;
    }
  }

  async #end(group: Group, how: 'commit' | 'rollback', leave: () => void): Promise<void> {
    try {
      if (!group.failure) this.#endMember(group, how);
    } catch (error) {
      this.#fail(group, error);
    } finally {
      this.#hasMember = false;
      leave();
    }
    try {
      // A rollback waits and fails with the others, too: its writes may have been the cause.
      await group.committed.promise;
    } catch (error) {
      throw error instanceof Unavailable ? unavailable(error.kind, error.cause) : error;
    }
  }

  #endMember(group: Group, how: 'commit' | 'rollback') {
    if (how === 'rollback') this.#connection.exec('ROLLBACK TO member');
    this.#connection.exec('RELEASE member');
    group.isFull = group.members >= maxMembers || performance.now() - group.startedAt > openMs;
    if (group.isDue) return;
    group.isDue = true;
    setImmediate(() => this.#commit(group));
  }

  #commit(group: Group) {
    group.isDue = false;
    // A member that is still writing commits at its end.
    if (this.#group !== group || this.#hasMember) return;
    try {
      this.#connection.exec('COMMIT');
      this.#group = null;
      group.committed.resolve();
    } catch (error) {
      this.#fail(group, error);
    }
  }

  #fail(group: Group, error: unknown) {
    group.failure = { error };
    group.committed.reject(error);
    this.#group = null;
    if (this.#connection.isInTransaction) this.#connection.exec('ROLLBACK');
  }
}

export type SqliteTurn = {
  run: <Row>(query: CompiledQuery) => QueryResult<Row>;
  end: (how: 'commit' | 'rollback') => Promise<void>;
};
