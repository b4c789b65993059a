import type { CompiledQuery, QueryResult } from 'kysely';
import { Unavailable, unavailable } from '../unavailable.ts';
import { type SqliteConnection, timeoutMs, whenNotBusy } from './connection.ts';

/** How many transactions share a commit at the most, and for how long others may join the first one, in milliseconds. */
const maxMembers = 64;
const openMs = 20;

/** Transactions that are committed together, and why they could not be. */
type Group = {
  members: number;
  startedAt: number;
  isFull: boolean;
  isDue: boolean;
  committed: PromiseWithResolvers<void>;
  failure: { error: unknown } | null;
};

/**
 * The one connection that writes, behind a queue.
 *
 * A commit waits for the disk, so the transactions of one turn of the event loop share one: each is a savepoint in a
 * transaction of SQLite's. None of them ends before that one is committed, and when it cannot be, none of them has
 * happened. Where more stand in line than share a commit, the event loop turns between them: those who came first are
 * answered while the others wait.
 */
export class SqliteWriter {
  readonly #connection: SqliteConnection;
  #lastInLine: Promise<void> = Promise.resolve();
  #hasMember = false;
  #group: Group | null = null;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  /** Waits for one's turn, and begins a transaction. */
  async begin(): Promise<SqliteTurn> {
    const since = performance.now();
    const leave = await this.#takeTurn();
    if (performance.now() - since > timeoutMs) {
      leave();
      throw unavailable('overloaded', new Error('too long a line of writers'));
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
    // A group that fails is told to its members, and no longer there for others.
    if (this.#group?.isFull) await this.#group.committed.promise.catch(() => {});
    return this.#group ?? (await this.#beginGroup(since));
  }

  async #beginGroup(since: number): Promise<Group> {
    await whenNotBusy(() => this.#connection.exec('BEGIN IMMEDIATE'), since);
    const committed = Promise.withResolvers<void>();
    // Whoever is in the group waits for it; an error that nobody waits for is nobody's.
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
      this.#hasMember = false;
      leave();
    }
    try {
      // Also who undoes waits, and fails with the others: what they wrote may have been the reason.
      await group.committed.promise;
    } catch (error) {
      // The trouble is everybody's who shares the commit, and is made known to each.
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
    // Who is in the middle of theirs makes it due again at their end.
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

/** A transaction that has its turn. */
export type SqliteTurn = {
  run: <Row>(query: CompiledQuery) => QueryResult<Row>;
  /** Ends it, and with it the turn; answers when what it wrote is on the disk. */
  end: (how: 'commit' | 'rollback') => Promise<void>;
};
