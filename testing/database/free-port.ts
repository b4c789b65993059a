import { createServer, type Server } from 'node:net';

/**
 * Below the ports that systems hand out by themselves, so that no connection of anybody takes one of these meanwhile,
 * and above 10080, the last in this reach that `fetch` refuses ("bad port").
 */
const from = 11_000;
const to = 30_000;

/**
 * A port of this machine for a test's own server. Nobody listens on it, and no other process that asks here gets it
 * before this one ends: a server may be started on it, ended, and started again.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = from + 2 * Math.floor((Math.random() * (to - from)) / 2);
    // The port beside it is held for as long as this process lives: that is the claim.
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
