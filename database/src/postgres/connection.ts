import type pg from 'pg';
import type { DatabaseEvents } from '../events.ts';
import { isConflict, noteConflict, untilNoConflict } from '../retry-on-conflict.ts';
import { Unavailable, unavailable } from '../unavailable.ts';
import type { PreparedStatements } from './prepared-statements.ts';

type ConnectionDeps = {
  prepared: PreparedStatements;
  /** Whether to prepare a statement with this text. */
  prepares: (sql: string) => boolean;
  events: DatabaseEvents;
  release: (isOver: boolean) => void;
};

// An order: PostgreSQL's FATAL message can arrive before the end of the connection, so we mark it as over at once.
export function connectionOf(
  client: pg.ClientBase,
  { prepared, prepares, events, release }: ConnectionDeps,
): pg.PoolClient {
  let over: { error: unknown } | null = null;
  async function run(sql: string, parameters: readonly unknown[]) {
    // A silent connection is waited for only once; later queries get the same error at once.
    if (over)
      throw over.error instanceof Unavailable ? unavailable(over.error.kind, over.error.cause) : over.error;
    try {
      const name = prepares(sql) ? prepared.nameOf(client, sql, parameters) : undefined;
      return await client.query({ name, text: sql, values: [...parameters] });
    } catch (error) {
      if (isConflict(error) || prepared.isStale(client, error)) noteConflict(error);
      if (isReadOnly(error)) events.emit('readOnly');
      const namedError = nameError(error);
      const isAway = namedError instanceof Unavailable && namedError.kind === 'away';
      if (isAway || endsConnection(error)) over = { error: namedError };
      throw namedError;
    }
  }
  async function runAsTransaction(sql: string, parameters: readonly unknown[]) {
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
      ? runAsTransaction(sql, parameters)
      : run(sql, parameters);
  const leave = (destroy = false) => release(destroy || over !== null);
  return { query, release: leave } as pg.PoolClient;
}

/** This PostgreSQL is a replica, or a primary that was replaced. */
export function isReadOnly(error: unknown): boolean {
  const READ_ONLY_SQL_TRANSACTION = '25006';
  return error instanceof Error && 'code' in error && error.code === READ_ONLY_SQL_TRANSACTION;
}

export function endsConnection(error: unknown): boolean {
  return error instanceof Error && 'severity' in error && error.severity === 'FATAL';
}

export function nameError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  const DISK_FULL = '53100';
  if (code === DISK_FULL) return unavailable('full', error);
  if (isTooMany(code, error.message)) return unavailable('overloaded', error);
  return isReadOnly(error) || isAway(code, error.message) ? unavailable('away', error) : error;
}

function isTooMany(code: string, message: string): boolean {
  const TOO_MANY_CONNECTIONS = '53300';
  // The operator's statement_timeout or lock_timeout.
  const TOOK_TOO_LONG = ['57014', '55P03'];
  return (
    [TOO_MANY_CONNECTIONS, ...TOOK_TOO_LONG].includes(code) ||
    message === 'timeout exceeded when trying to connect' ||
    isPgbouncersTooMany(message)
  );
}

function isPgbouncersTooMany(message: string): boolean {
  return message === 'query_wait_timeout' || message.startsWith('no more connections allowed');
}

function isAway(code: string, message: string): boolean {
  return (
    /^(E(CONN|PIPE|TIMEDOUT|HOST|NET|NOTFOUND|AI_AGAIN)|ENOENT$|08|57P0[123])/.test(code) ||
    /^(Connection terminated|Query read timeout|timeout expired)|is not queryable$/.test(message)
  );
}
