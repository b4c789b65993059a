import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { after } from 'node:test';

/** A connection to a local port that tests can cut and restore. */
export async function openConnection(targetPort: number) {
  const open = new Set<Socket>();
  let isBroken = false;
  const server = createServer((near) => {
    if (isBroken) return near.destroy();
    const far = connect(targetPort, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        open.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  after(() => {
    cut();
    server.close();
  });
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the connection has no port');

  function cut() {
    isBroken = true;
    for (const socket of open) socket.destroy();
  }
  return {
    port: address.port,
    cut,
    restore: () => {
      isBroken = false;
    },
  };
}
