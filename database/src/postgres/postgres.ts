import { type CompiledQuery, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { DatabaseEvents } from '../events.ts';
import { connectionOf, named } from './connection.ts';
import { pipelinedConnections } from './pipelined-connections.ts';
import { sendInTransaction } from './pipelined-transaction.ts';
import { preparedStatements } from './prepared-statements.ts';

/** How long a query waits for a connection, in milliseconds: whoever would wait longer is told to come again. */
const timeoutMs = 3000;

/** How many connections are shared by those who read a few rows; none where this is more than a quarter of all. */
const maxShared = 4;

/** How many connections there are, how many of them do nothing, how many queries wait for one, and how many are shared. */
export type PoolState = { size: number; idle: number; waiting: number; shared: number };

export type PostgresOptions = {
  size: number;
  keepsStatements: boolean;
  answerMs: number | undefined;
  events: DatabaseEvents;
};

/**
 * Kysely on PostgreSQL. Behind a pooler nothing outlives a transaction on a connection (no prepared statement, no setting,
 * no lock of a session), so that each transaction may get another one.
 */
export function postgresDialect(url: string, { size, keepsStatements, answerMs, events }: PostgresOptions) {
  const prepared = preparedStatements();
  const config: pg.ClientConfig = {
    connectionString: url,
    connectionTimeoutMillis: timeoutMs,
    keepAlive: true,
    query_timeout: answerMs,
    application_name: 'foyer',
    types: {
      getTypeParser: (oid, format) =>
        oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format),
    },
  };
  const shared = keepsStatements && size >= 4 * maxShared ? maxShared : 0;
  const pool = new pg.Pool({
    ...config,
    pipeline: true,
    max: size - shared,
    ...(keepsStatements && { onConnect: prepared.welcome }),
  });
  // A server that ends idle connections is no reason to end the process: the next query opens a new one.
  pool.on('error', () => {});
  // Nor is one that ends a connection while somebody holds it: their next query fails.
  pool.on('connect', (client) => client.on('error', () => {}));

  // Kysely knows a connection again by the object that it gets, and makes less anew.
  const connections = new WeakMap<pg.PoolClient, pg.PoolClient>();
  const known = (client: pg.PoolClient) => {
    const release = (isOver: boolean) => client.release(isOver);
    const connection = connections.get(client) ?? connectionOf(client, { prepared, events, release });
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

  async function connectRaw() {
    const asked = performance.now();
    try {
      const client = await pool.connect();
      if (prepared.hasOldPlans(client)) await discardPlans(client);
      return client;
    } catch (error) {
      throw named(error);
    } finally {
      events.emit('waited', performance.now() - asked);
    }
  }

  const connect = async () => known(await connectRaw());
  const sendTogether = (statements: CompiledQuery[]) =>
    sendInTransaction(statements, { connect: connectRaw, prepared, events });

  const { options } = pool;
  // Who stands behind a read on a shared connection waits no longer than for a connection of their own.
  const hasty = { ...config, query_timeout: Math.min(answerMs ?? timeoutMs, timeoutMs) };
  const onNotShared = () => {
    pool.options.max = size;
  };
  const sharing = { count: shared, prepared, events, alone: connect, onNotShared };
  const lines = shared > 0 ? pipelinedConnections(hasty, sharing) : null;
  return {
    dialect: new PostgresDialect({ pool: { connect, end: () => pool.end(), options } }),
    /** For reads of a few rows; null where there are too few connections to have some apart. */
    reads: lines && new PostgresDialect({ pool: { ...lines, options } }),
    sendTogether,
    state: (): PoolState => ({
      size: pool.totalCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
      shared: lines?.open() ?? 0,
    }),
  };
}
