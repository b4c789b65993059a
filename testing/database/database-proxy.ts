import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { freePort } from './free-port.ts';

export type DatabaseProxy = Awaited<ReturnType<typeof startDatabaseProxy>>;

/**
 * A TCP proxy that a test can cut.
 * @param nextPort port of the next connection; if nothing listens there, it is called again
 * @param breaksAt text from the client at which the connection breaks, until `hold`
 * @param endTakesMs delay of the connection's end on its way to the client
 */
export async function startDatabaseProxy(
  nextPort: () => number,
  { breaksAt, endTakesMs = 0 }: { breaksAt?: string; endTakesMs?: number } = {},
) {
  let mayBreak = breaksAt !== undefined;
  const sockets = new Set<Socket>();
  const pairs = new Set<[Socket, Socket]>();
  let isFrozen = false;
  const pass = ([caller, callee]: [Socket, Socket]) => {
    caller.on('data', (said) => {
      if (mayBreak && said.includes(breaksAt ?? '')) caller.resetAndDestroy();
    });
    caller.pipe(callee).pipe(caller, { end: endTakesMs === 0 });
  };
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  };

  const join = (caller: Socket, triesLeft: number) => {
    const callee = connect({ port: nextPort(), host: '127.0.0.1', noDelay: true });
    keep(callee);
    callee.once('connect', () => {
      const pair: [Socket, Socket] = [caller, callee];
      pairs.add(pair);
      if (!isFrozen) pass(pair);
      caller.once('close', () => {
        pairs.delete(pair);
        callee.destroy();
      });
      callee.once('close', () => setTimeout(() => caller.destroy(), endTakesMs));
    });
    callee.on('error', () => {
      if (callee.connecting || callee.bytesRead + callee.bytesWritten > 0 || triesLeft === 0)
        caller.destroy();
      else join(caller, triesLeft - 1);
    });
  };
  const server = createServer({ noDelay: true }, (caller) => {
    keep(caller);
    caller.on('error', () => {});
    join(caller, 2);
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  const port = await freePort();
  await listen(port);

  const cut = async () => {
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.resetAndDestroy();
    await closed;
  };
  return {
    port,
    /** Closes all connections and refuses new ones. */
    cut,
    restore: () => listen(port),
    /** Stops breaking connections at `breaksAt`. */
    hold: () => {
      mayBreak = false;
    },
    /** Passes nothing on and closes nothing: both sides hear silence, and so do new connections. */
    freeze: () => {
      isFrozen = true;
      for (const pair of pairs) for (const socket of pair) socket.unpipe().pause();
    },
    thaw: () => {
      isFrozen = false;
      for (const pair of pairs) pass(pair);
    },
    close: async () => {
      if (server.listening) await cut();
    },
  };
}
