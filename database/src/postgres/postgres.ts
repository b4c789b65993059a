import { type CompiledQuery, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { DatabaseEvents } from '../events.ts';
import { connectionOf, nameError } from './connection.ts';
import { isHot } from './hot-statements.ts';
import { outdated } from './outdated.ts';
import { pipelinedConnections } from './pipelined-connections.ts';
import { sendInTransaction } from './pipelined-transaction.ts';
import { preparedStatements } from './prepared-statements.ts';

/** How long a query waits for a connection, in milliseconds; then it is refused as overload. */
const timeoutMs = 3000;

/** Connections for shared reads; none if this is more than a quarter of all. */
const maxShared = 4;

export type PoolState = { size: number; idle: number; waiting: number; shared: number };

export type PostgresOptions = {
  size: number;
  keepsStatements: boolean;
  answerMs: number | undefined;
  events: DatabaseEvents;
};

/** Behind a pooler each transaction may get another connection: no setting, statement or lock may outlive it. */
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
  const age = outdated(() => pipelined?.replace());
  events.on('readOnly', age.outdateAll);
  const pool = new pg.Pool({
    ...config,
    pipeline: true,
    max: size - shared,
    ...(keepsStatements && { onConnect: prepared.prepareConnection }),
  });
  // A server that closes idle connections must not end our process: the next query opens a new one.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    client.on('error', () => {});
    age.isNew(client);
  });

  const sameConnection = (prepares: (sql: string) => boolean) => {
    // Kysely recognises a connection by its object.
    const connections = new WeakMap<pg.PoolClient, pg.PoolClient>();
    return (client: pg.PoolClient) => {
      const release = (isOver: boolean) => client.release(isOver);
      const known = connections.get(client);
      const connection = known ?? connectionOf(client, { prepared, prepares, events, release });
      connections.set(client, connection);
      return connection;
    };
  };
  const ofTransactions = sameConnection(isHot);
  const ofReads = sameConnection(() => true);

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
      let client = await pool.connect();
      for (; age.isOutdated(client); client = await pool.connect()) client.release(true);
      if (prepared.hasOldPlans(client)) await discardPlans(client);
      return client;
    } catch (error) {
      throw nameError(error);
    } finally {
      events.emit('waited', performance.now() - asked);
    }
  }

  const connect = async () => ofTransactions(await connectRaw());
  const connectReads = async () => ofReads(await connectRaw());
  const sendTogether = (statements: CompiledQuery[]) =>
    sendInTransaction(statements, { connect: connectRaw, prepared, events });

  const { options } = pool;
  // A query behind a slow shared read waits no longer than for its own connection.
  const configWithTimeout = { ...config, query_timeout: Math.min(answerMs ?? timeoutMs, timeoutMs) };
  const onNotShared = () => {
    pool.options.max = size;
  };
  const sharing = { count: shared, prepared, events, connectUnshared: connectReads, onNotShared };
  const pipelined = shared > 0 ? pipelinedConnections(configWithTimeout, sharing) : null;
  const end = () => pool.end();
  return {
    dialect: new PostgresDialect({ pool: { connect, end, options } }),
    reads: new PostgresDialect({
      pool: { ...(pipelined ?? { connect: connectReads, end: async () => {} }), options },
    }),
    sendTogether,
    state: (): PoolState => ({
      size: pool.totalCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
      shared: pipelined?.open() ?? 0,
    }),
  };
}
