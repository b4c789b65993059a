import pg from 'pg';
import type { DatabaseEvents } from '../events.ts';
import { connectionOf, named } from './connection.ts';
import type { PreparedStatements } from './prepared-statements.ts';

type Options = {
  count: number;
  prepared: PreparedStatements;
  events: DatabaseEvents;
  alone: () => Promise<pg.PoolClient>;
  onNotShared: () => void;
};

/** A place for a connection (null for one that cannot be shared), and how many have their statements on it. */
type Line = {
  client: pg.Client | null;
  connection: Promise<pg.PoolClient | null> | null;
  asking: number;
};

/**
 * Connections that many share: a statement is sent without waiting for the answers to those before it. With a connection
 * for each, every statement wakes a process of PostgreSQL, and its answer the server; on a shared one they are sent and
 * answered together, at a third of the cost. Who takes long keeps those behind waiting, so these are for reads of a few rows,
 * which wait for no lock.
 *
 * @param count how many
 * @param alone connects where nothing can be shared: a pooler may give each statement another connection
 * @param onNotShared told when that is so
 * @returns what Kysely takes for a pool
 */
export function pipelinedConnections(
  config: pg.ClientConfig,
  { count, prepared, events, alone, onNotShared }: Options,
) {
  const lines: Line[] = Array.from({ length: count }, () => ({
    client: null,
    connection: null,
    asking: 0,
  }));
  const clients = new Set<pg.Client>();
  let isShared = true;

  async function openOn(line: Line): Promise<pg.PoolClient | null> {
    const client = new pg.Client({ ...config, pipeline: true });
    line.client = client;
    const leave = () => {
      clients.delete(client);
      if (line.client === client) Object.assign(line, { client: null, connection: null });
    };
    const end = () => {
      leave();
      void client.end();
    };
    // One that ends or fails is no reason to end the process: the next statement opens a new one.
    client.on('error', leave);
    client.on('end', leave);
    clients.add(client);
    try {
      await client.connect();
      await prepared.welcome(client);
    } catch (error) {
      end();
      throw error;
    }
    if (!prepared.isKeptBy(client)) {
      isShared = false;
      onNotShared();
      end();
      return null;
    }
    return connectionOf(client, {
      prepared,
      events,
      release: (isOver) => {
        line.asking--;
        if (isOver) end();
      },
    });
  }

  async function connect(): Promise<pg.PoolClient> {
    if (!isShared) return alone();
    const line = lines.reduce((least, line) => (line.asking < least.asking ? line : least));
    line.asking++;
    try {
      line.connection ??= openOn(line);
      const connection = await line.connection;
      if (!connection) {
        line.asking--;
        return alone();
      }
      // In its turn, before what is asked next.
      if (line.client && prepared.hasOldPlans(line.client))
        void prepared.discardPlans(line.client).catch(() => {});
      return connection;
    } catch (error) {
      line.asking--;
      throw named(error);
    }
  }

  return {
    connect,
    /** How many are open. */
    open: () => clients.size,
    end: async () => {
      await Promise.all(Array.from(clients, (client) => client.end()));
    },
  };
}
