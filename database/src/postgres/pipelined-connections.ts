import pg from 'pg';
import type { DatabaseEvents } from '../events.ts';
import { connectionOf, nameError } from './connection.ts';
import type { PreparedStatements } from './prepared-statements.ts';

type Options = {
  count: number;
  prepared: PreparedStatements;
  events: DatabaseEvents;
  connectUnshared: () => Promise<pg.PoolClient>;
  onNotShared: () => void;
};

/** `client` is null when connections cannot be shared. */
type SharedConnection = {
  client: pg.Client | null;
  connection: Promise<pg.PoolClient | null> | null;
  inUse: number;
  isRetired: boolean;
};

const emptySlot = (): SharedConnection => ({ client: null, connection: null, inUse: 0, isRetired: false });

// Shared connections send each statement without waiting for earlier answers, at a third of the cost. A slow statement
// delays those behind it, so use them only to read a few rows without locks.
export function pipelinedConnections(
  config: pg.ClientConfig,
  { count, prepared, events, connectUnshared, onNotShared }: Options,
) {
  let shared = Array.from({ length: count }, emptySlot);
  const clients = new Set<pg.Client>();
  let isShared = true;

  async function openConnection(slot: SharedConnection): Promise<pg.PoolClient | null> {
    const client = new pg.Client({ ...config, pipeline: true });
    slot.client = client;
    const leave = () => {
      clients.delete(client);
      if (slot.client === client) Object.assign(slot, { client: null, connection: null });
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
      await prepared.prepareConnection(client);
    } catch (error) {
      end();
      throw error;
    }
    if (!prepared.keepsStatements(client)) {
      isShared = false;
      onNotShared();
      end();
      return null;
    }
    return connectionOf(client, {
      prepared,
      prepares: () => true,
      events,
      release: (isOver) => {
        slot.inUse--;
        if (isOver || (slot.isRetired && slot.inUse === 0)) end();
      },
    });
  }

  async function connect(): Promise<pg.PoolClient> {
    if (!isShared) return connectUnshared();
    const slot = shared.reduce((least, slot) => (slot.inUse < least.inUse ? slot : least));
    slot.inUse++;
    try {
      slot.connection ??= openConnection(slot);
      const connection = await slot.connection;
      if (!connection) {
        slot.inUse--;
        return connectUnshared();
      }
      if (slot.client && prepared.hasOldPlans(slot.client))
        void prepared.discardPlans(slot.client).catch(() => {});
      return connection;
    } catch (error) {
      slot.inUse--;
      throw nameError(error);
    }
  }

  /** New statements get new connections; statements under way end on the old ones. */
  function replace() {
    const retired = shared;
    shared = Array.from({ length: count }, emptySlot);
    for (const slot of retired) {
      slot.isRetired = true;
      if (slot.inUse === 0) void slot.client?.end();
    }
  }

  return {
    connect,
    replace,
    open: () => clients.size,
    end: async () => {
      await Promise.all(Array.from(clients, (client) => client.end()));
    },
  };
}
