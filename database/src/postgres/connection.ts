import type pg from 'pg';
import type { DatabaseEvents } from '../events.ts';
import { isConflict, noteConflict, untilNoConflict } from '../retry-on-conflict.ts';
import { Unavailable, unavailable } from '../unavailable.ts';
import type { PreparedStatements } from './prepared-statements.ts';

type Surroundings = {
  prepared: PreparedStatements;
  events: DatabaseEvents;
  /** Takes the connection back; one that is over is to be ended. */
  release: (isOver: boolean) => void;
};

/**
 * A connection as Kysely uses it, whose errors have their names. A statement outside a transaction is one itself, and run
 * again as one. A connection that PostgreSQL ends goes to nobody else: its word can be here before the end is.
 */
export function connectionOf(
  client: pg.ClientBase,
  { prepared, events, release }: Surroundings,
): pg.PoolClient {
  let over: { error: unknown } | null = null;
  async function run(sql: string, parameters: readonly unknown[]) {
    // Nobody waits a second time for one that has gone silent; whoever asks now is told of its trouble, too.
    if (over)
      throw over.error instanceof Unavailable ? unavailable(over.error.kind, over.error.cause) : over.error;
    try {
      const name = prepared.nameOf(client, sql, parameters);
      return await client.query({ name, text: sql, values: [...parameters] });
    } catch (error) {
      if (isConflict(error) || prepared.isStale(client, error)) noteConflict(error);
      const itsTrouble = named(error);
      const isAway = itsTrouble instanceof Unavailable && itsTrouble.kind === 'away';
      if (isAway || endsConnection(error)) over = { error: itsTrouble };
      throw itsTrouble;
    }
  }
  async function runAlone(sql: string, parameters: readonly unknown[]) {
    const begun = performance.now();
    try {
      return await untilNoConflict(
        () => run(sql, parameters),
        () => events.emit('retried'),
      );
    } finally {
      if (!/^select/i.test(sql)) events.emit('transacted', performance.now() - begun);
    }
  }
  const query = (sql: string, parameters: readonly unknown[]) =>
    client.getTransactionStatus() === 'I' && sql !== 'begin'
      ? runAlone(sql, parameters)
      : run(sql, parameters);
  const leave = (destroy = false) => release(destroy || over !== null);
  return { query, release: leave } as pg.PoolClient;
}

/** Whether PostgreSQL ends the connection with this error. */
export function endsConnection(error: unknown): boolean {
  return error instanceof Error && 'severity' in error && error.severity === 'FATAL';
}

/** The trouble that an error of PostgreSQL is, or the error. */
export function named(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  const DISK_FULL = '53100';
  if (code === DISK_FULL) return unavailable('full', error);
  if (isTooMany(code, error.message)) return unavailable('overloaded', error);
  return isAway(code, error.message) ? unavailable('away', error) : error;
}

function isTooMany(code: string, message: string): boolean {
  const TOO_MANY_CONNECTIONS = '53300';
  // A statement_timeout or lock_timeout that the operator has set.
  const TOOK_TOO_LONG = ['57014', '55P03'];
  return (
    [TOO_MANY_CONNECTIONS, ...TOOK_TOO_LONG].includes(code) ||
    message === 'timeout exceeded when trying to connect' ||
    isPgbouncersTooMany(message)
  );
}

/** What pgbouncer says, all of it with the code of a broken protocol. */
function isPgbouncersTooMany(message: string): boolean {
  return message === 'query_wait_timeout' || message.startsWith('no more connections allowed');
}

/** The network's codes, PostgreSQL's of class 08 and of a server that ends or begins, and what `pg` says without a code. */
function isAway(code: string, message: string): boolean {
  return (
    /^(E(CONN|PIPE|TIMEDOUT|HOST|NET|NOTFOUND|AI_AGAIN)|ENOENT$|08|57P0[123])/.test(code) ||
    /^(Connection terminated|Query read timeout|timeout expired)|is not queryable$/.test(message)
  );
}
