import type { CompiledQuery, QueryResult } from 'kysely';
import { type SqliteConnection, whenNotBusy } from './sqlite-connection.ts';
import { DatabaseTrouble, troubleOf } from './trouble.ts';

/** How many transactions share a commit at the most, and for how long the first of them waits for it, in milliseconds. */
const mostMembers = 64;
const patienceMs = 20;

/** Transactions that are committed together, and why they could not be. */
type Group = {
  members: number;
  startedAt: number;
  committed: PromiseWithResolvers<void>;
  failure: { error: unknown } | null;
};

/**
 * The one connection that writes, behind a queue.
 *
 * A commit waits for the disk, so transactions that stand in line share one: each is a savepoint in a transaction of
 * SQLite's. None of them ends before that one is committed, and when it cannot be, none of them has happened.
 */
export class SqliteWriter {
  readonly #connection: SqliteConnection;
  #lastInLine: Promise<void> = Promise.resolve();
  #waiting = 0;
  #group: Group | null = null;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  /** Waits for one's turn, and begins a transaction. */
  async begin(): Promise<SqliteTurn> {
    const leave = await this.#takeTurn();
    try {
      const group = this.#group ?? (await this.#beginGroup());
      this.#connection.exec('SAVEPOINT member');
      group.members++;
      return { run: (query) => this.#run(group, query), end: (how) => this.#end(group, how, leave) };
    } catch (error) {
      leave();
      if (this.#group) this.#fail(this.#group, error);
      throw error;
    }
  }

  close() {
    this.#connection.close();
  }

  async #takeTurn(): Promise<() => void> {
    const before = this.#lastInLine;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#lastInLine = promise;
    this.#waiting++;
    await before;
    this.#waiting--;
    return resolve;
  }

  async #beginGroup(): Promise<Group> {
    await whenNotBusy(() => this.#connection.exec('BEGIN IMMEDIATE'));
    const committed = Promise.withResolvers<void>();
    const group: Group = { members: 0, startedAt: performance.now(), committed, failure: null };
    // Whoever is in the group waits for it; an error that nobody waits for is nobody's.
    group.committed.promise.catch(() => {});
    this.#group = group;
    return group;
  }

  #run<Row>(group: Group, query: CompiledQuery): QueryResult<Row> {
    // Nobody who has not noticed goes on outside of a transaction.
    if (group.failure) throw group.failure.error;
    try {
      return this.#connection.run<Row>(query);
    } catch (error) {
      // SQLite undoes the whole transaction by itself after some errors, a full disk among them.
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
      leave();
    }
    try {
      // Also who undoes waits, and fails with the others: what they wrote may have been the reason.
      await group.committed.promise;
    } catch (error) {
      // The trouble is everybody's who shares the commit, and is made known to each.
      throw error instanceof DatabaseTrouble ? troubleOf(error.kind, error.cause) : error;
    }
  }

  #endMember(group: Group, how: 'commit' | 'rollback') {
    if (how === 'rollback') this.#connection.exec('ROLLBACK TO member');
    this.#connection.exec('RELEASE member');
    const isFull = group.members >= mostMembers || performance.now() - group.startedAt > patienceMs;
    if (this.#waiting > 0 && !isFull) return;
    this.#connection.exec('COMMIT');
    this.#group = null;
    group.committed.resolve();
  }

  #fail(group: Group, error: unknown) {
    group.failure = { error };
    group.committed.reject(error);
    this.#group = null;
    if (this.#connection.isInTransaction) this.#connection.exec('ROLLBACK');
  }
}

/** A transaction that has its turn. */
export type SqliteTurn = {
  run: <Row>(query: CompiledQuery) => QueryResult<Row>;
  /** Ends it, and with it the turn; answers when what it wrote is on the disk. */
  end: (how: 'commit' | 'rollback') => Promise<void>;
};
