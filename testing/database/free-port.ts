import { createServer, type Server } from 'node:net';

/**
 * Below the ports that systems assign automatically, and above 10080, the last one that `fetch` refuses ("bad port").
 */
const from = 11_000;
const to = 30_000;

/**
 * A free port that no other process gets from here while this one lives: a server can be started, stopped and started
 * again on it.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = from + 2 * Math.floor((Math.random() * (to - from)) / 2);
    // Listening on the next port marks this one as taken.
    const claim = await listenOn(port + 1);
    if (!claim) continue;
    const probe = await listenOn(port);
    if (!probe) {
      claim.close();
      continue;
    }
    claim.unref();
    await new Promise((resolve) => probe.close(resolve));
    return port;
  }
}

function listenOn(port: number): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null);
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
