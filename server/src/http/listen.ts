import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { serve } from '@hono/node-server';
import { InstallationError } from '../config/installation-error.ts';
import type { Config } from '../config/read-config.ts';

const requestTimeoutMs = 30_000;
// In milliseconds, longer than the proxy's (Caddy: 2 minutes): otherwise the proxy could send a request on a connection
// that we are closing, and answer 502.
const idleTimeoutMs = 130_000;
/** After this time a closing server cuts clients that have not read their response, in milliseconds. */
const closingTimeoutMs = 10_000;

type Fetch = Parameters<typeof serve>[0]['fetch'];
type Address = Pick<Config, 'host' | 'port'>;

export type Listening = {
  port: number;
  /** From now on each connection closes after its next response. */
  retire: () => void;
  /** Takes no new connections; open ones close after their running response. */
  stop: () => void;
  stopped: () => Promise<void>;
};

/** @throws InstallationError when HOST and PORT cannot be used */
export async function listen(address: Address, fetch: Fetch): Promise<Listening> {
  const server = await open(address, fetch);
  let isRetiring = false;
  let ended: Promise<void> | null = null;

  // Runs before Hono's listener, so that the headers are not written yet.
  server.prependListener('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    if (isRetiring) response.shouldKeepAlive = false;
    // This response promised keep-alive before we began to close.
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
