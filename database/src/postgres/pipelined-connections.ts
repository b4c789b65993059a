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

/** `client` is null when connections cannot be shared. */
type Line = {
  client: pg.Client | null;
  connection: Promise<pg.PoolClient | null> | null;
  asking: number;
};

// Shared connections send each statement without waiting for earlier answers, at a third of the cost. A slow statement
// delays those behind it, so use them only to read a few rows without locks.
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
    // A lost connection must not end the process: the next statement opens a new one.
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
    open: () => clients.size,
    end: async () => {
      await Promise.all(Array.from(clients, (client) => client.end()));
    },
  };
}
