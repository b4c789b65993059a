import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort, onEveryDatabase } from '../database/database.ts';
import { startProcess } from '../server/process.ts';

onEveryDatabase(({ place, kind }) => {
  // The way a server leaves does not depend on its database.
  if (kind === 'postgres') return;

  test('a server that is replaced loses nobody: it announces its end, serves on, and closes its connections after their responses', async () => {
    const port = await freePort();
    const env = { SECRET: 'a secret of the tests, long enough', PORT: String(port), DRAIN_TIME: '5s' };
    const server = await startProcess({ DATABASE_URL: (await place()).url, ...env });
    after(server.kill);
    const ended = once(server.process, 'exit');
    // Like a load balancer, which keeps connections and asks now and then whether the server is ready.
    const agent = new Agent({ keepAlive: true, maxSockets: 16 });
    after(() => agent.destroy());
    const get = (path: string) =>
      new Promise<{ status: number | undefined; isKept: boolean }>((resolve, reject) => {
        const asked = request({ port, host: '127.0.0.1', agent, path }, (answer) => {
          answer.resume();
          const isKept = answer.headers.connection !== 'close';
          answer.on('end', () => resolve({ status: answer.statusCode, isKept }));
        });
        asked.on('error', reject);
        asked.end();
      });

    let isReady = true;
    let answered = 0;
    const people = Array.from({ length: 16 }, async () => {
      while (isReady) {
        assert.equal((await get('/api/access')).status, 200);
        answered++;
        await wait(Math.random() * 20);
      }
    });
    while (answered < 100) await wait(1);
    server.process.kill('SIGTERM');
    while ((await get('/readyz')).status === 200) await wait(10);
    const whenNoticed = answered;
    // We notice it at once, a balancer after a while.
    while (answered < whenNoticed + 20) await wait(1);
    assert.deepEqual(await get('/api/access'), { status: 200, isKept: false });
    isReady = false;
    await Promise.all(people);
    assert.deepEqual(await ended, [0, null]);
  });
});
