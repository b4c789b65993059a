import { PostgresDialect } from 'kysely';
import pg from 'pg';
import { isConflict, noteConflict, untilNoConflict } from './conflict.ts';
import type { DatabaseNews } from './news.ts';
import { type PreparedStatements, preparedStatements } from './prepared-statements.ts';
import { Trouble, troubleOf } from './trouble.ts';

/** How long a query waits for a connection, in milliseconds: whoever would wait longer is told to come again. */
const patienceMs = 3000;

/** How many connections there are, how many of them do nothing, and how many queries wait for one. */
export type PoolState = { size: number; idle: number; waiting: number };

export type PostgresOptions = {
  size: number;
  keepsStatements: boolean;
  answerMs: number | undefined;
  news: DatabaseNews;
};

/**
 * Kysely on PostgreSQL. Behind a pooler nothing outlives a transaction on a connection (no prepared statement, no setting,
 * no lock of a session), so that each transaction may get another one.
 */
export function postgresDialect(url: string, { size, keepsStatements, answerMs, news }: PostgresOptions) {
  const prepared = preparedStatements();
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: patienceMs,
    keepAlive: true,
    query_timeout: answerMs,
    application_name: 'foyer',
    ...(keepsStatements && { onConnect: prepared.welcome }),
    types: {
      getTypeParser: (oid, format) =>
        oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format),
    },
  });
  // A server that ends idle connections is no reason to end the process: the next query opens a new one.
  pool.on('error', () => {});
  // Nor is one that ends a connection while somebody holds it: their next query fails.
  pool.on('connect', (client) => client.on('error', () => {}));

  // Kysely knows a connection again by the object that it gets, and makes less anew.
  const connections = new WeakMap<pg.PoolClient, pg.PoolClient>();
  const known = (client: pg.PoolClient) => {
    const connection = connections.get(client) ?? connectionOf(client, { prepared, news });
    connections.set(client, connection);
    return connection;
  };

  async function discardPlans(client: pg.PoolClient) {
    try {
      await prepared.discardPlans(client);
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  async function connect() {
    const asked = performance.now();
    try {
      const client = await pool.connect();
      if (prepared.hasOldPlans(client)) await discardPlans(client);
      return known(client);
    } catch (error) {
      throw named(error);
    } finally {
      news.emit('waited', performance.now() - asked);
    }
  }

  return {
    dialect: new PostgresDialect({ pool: { connect, end: () => pool.end(), options: pool.options } }),
    state: (): PoolState => ({ size: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
  };
}

/**
 * A connection as Kysely uses it, whose errors have their names. A statement outside a transaction is one itself, and run
 * again as one. A connection that PostgreSQL ends goes to nobody else: its word can be here before the end is.
 */
function connectionOf(
  client: pg.PoolClient,
  { prepared, news }: { prepared: PreparedStatements; news: DatabaseNews },
) {
  let over: { error: unknown } | null = null;
  async function run(sql: string, parameters: readonly unknown[]) {
    // Nobody waits a second time for one that has gone silent.
    if (over) throw over.error;
    try {
      const name = prepared.nameOf(client, sql, parameters);
      return await client.query({ name, text: sql, values: [...parameters] });
    } catch (error) {
      if (isConflict(error) || prepared.isStale(client, error)) noteConflict(error);
      const itsTrouble = named(error);
      const isAway = itsTrouble instanceof Trouble && itsTrouble.kind === 'away';
      if (isAway || endsConnection(error)) over = { error: itsTrouble };
      throw itsTrouble;
    }
  }
  async function runAlone(sql: string, parameters: readonly unknown[]) {
    const begun = performance.now();
    try {
      return await untilNoConflict(
        () => run(sql, parameters),
        () => news.emit('ranAgain'),
      );
    } finally {
      if (!/^select/i.test(sql)) news.emit('transacted', performance.now() - begun);
    }
  }
  const query = (sql: string, parameters: readonly unknown[]) =>
    client.getTransactionStatus() === 'I' && sql !== 'begin'
      ? runAlone(sql, parameters)
      : run(sql, parameters);
  return { query, release: (destroy = false) => client.release(destroy || over !== null) } as pg.PoolClient;
}

function endsConnection(error: unknown): boolean {
  return error instanceof Error && 'severity' in error && error.severity === 'FATAL';
}

function named(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  const DISK_FULL = '53100';
  if (code === DISK_FULL) return troubleOf('full', error);
  if (isTooMany(code, error.message)) return troubleOf('overloaded', error);
  return isAway(code, error.message) ? troubleOf('away', error) : error;
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
    /^(Connection terminated|Query read timeout)|is not queryable$/.test(message)
  );
}
