import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { serve } from '@hono/node-server';
import { InstallationError } from '../config/installation-error.ts';
import type { Config } from '../config/read-config.ts';

/** How long a request may take to arrive whole, in milliseconds. */
const requestTimeoutMs = 30_000;
/**
 * How long a connection stays that nobody uses, in milliseconds: a reverse proxy is to be the first to end it, or it may send a
 * request on one that ends at that moment, and answer 502. Caddy ends it after two minutes.
 */
const idleTimeoutMs = 130_000;
/** How long a server that closes waits for those who do not take their answers, in milliseconds. */
const closingTimeoutMs = 10_000;

type Fetch = Parameters<typeof serve>[0]['fetch'];
type Address = Pick<Config, 'host' | 'port'>;

/** A server that takes connections. */
export type Listening = {
  /** Where it listens. */
  port: number;
  /** From here on each connection ends with its answer, so that whoever comes again does so on a new one. */
  retire: () => void;
  /** Takes no connection any more; each that is there ends with the answer that it waits for. */
  stop: () => void;
  /** Resolves when the last connection has ended; those that do not take their answers are cut off after a while. */
  stopped: () => Promise<void>;
};

/**
 * Listens at HOST and PORT.
 *
 * @throws InstallationError when it cannot
 */
export async function listen(address: Address, fetch: Fetch): Promise<Listening> {
  const server = await open(address, fetch);
  let isRetiring = false;
  let ended: Promise<void> | null = null;

  // Before Hono's own listener, so that the answer's head is not written yet.
  server.prependListener('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    if (isRetiring) response.shouldKeepAlive = false;
    // An answer that began before the end has promised to keep its connection open.
    response.once('close', () => {
      if (ended) socket.destroySoon();
    });
  });

  const retire = () => {
    isRetiring = true;
  };
  const stop = () => {
    retire();
    ended ??= promisify(server.close.bind(server))();
    return ended;
  };
  return {
    port: (server.address() as AddressInfo).port,
    retire,
    stop: () => void stop(),
    stopped: async () => {
      const timeouts = setTimeout(() => server.closeAllConnections(), closingTimeoutMs);
      await stop();
      clearTimeout(timeouts);
    },
  };
}

function open({ host, port }: Address, fetch: Fetch): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch,
        hostname: host,
        port,
        serverOptions: { requestTimeout: requestTimeoutMs, keepAliveTimeout: idleTimeoutMs },
      },
      () => resolve(server),
    ) as Server;
    server.once('error', (error) =>
      reject(new InstallationError(`Foyer cannot listen on ${host}:${port}: ${reasonOf(error)}`)),
    );
  });
}

function reasonOf(error: Error): string {
  const isTaken = 'code' in error && error.code === 'EADDRINUSE';
  return isTaken ? 'another program has that port (set PORT to another one)' : error.message;
}
