import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, createServer as createTcpServer, type Server } from 'node:net';
import { type TestContext, test } from 'node:test';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { askOverHttp } from './ask-over-http.ts';

test('one connection serves question after question', async (t) => {
  let connections = 0;
  const server = createServer((_, response) => response.end('An answer'));
  server.on('connection', () => connections++);
  const address = await listening(server);
  t.after(() => server.close());
  for (let i = 0; i < 3; i++) {
    const answer = await askOverHttp(address, { method: 'POST', body: 'A question' });
    assert.equal(await answer.text(), 'An answer');
  }
  assert.equal(connections, 1);
});

test('connecting to an address that does not answer times out', async (t) => {
  const { address, end } = await startDeaf();
  t.after(end);
  await assert.rejects(askOverHttp(address, { connectMs: 200 }), isLate);
});

test('so does a TLS handshake that does not continue', async (t) => {
  const server = createTcpServer();
  const address = await listening(server);
  t.after(() => server.close());
  const asking = askOverHttp(address.replace('http:', 'https:'), { connectMs: 200 });
  await assert.rejects(asking, isLate);
});

test('a stopped request does not look like a failed connection', async (t) => {
  const server = createServer(() => stopping.abort());
  const stopping = new AbortController();
  const address = await listening(server);
  t.after(() => server.close());
  const asking = askOverHttp(address, { method: 'POST', body: 'A question', signal: stopping.signal });
  await assert.rejects(asking, { name: 'AbortError' });
});

test('a redirect is not followed, and no other server gets the question', async (t) => {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    response.writeHead(308, { location: '/elsewhere' }).end();
  });
  const address = await listening(server);
  t.after(() => server.close());
  const answer = await askOverHttp(address, { method: 'POST', body: 'A question' });
  await answer.text();
  assert.equal(answer.status, 308);
  assert.deepEqual(asked, ['/']);
});

for (const end of ['end', 'destroy'] as const) {
  test(`received data is handed on, whether the response ends or breaks: ${end}`, async (t) => {
    const hears = new EventEmitter();
    const address = await speaking(t, async (response) => {
      response.write('(begins) ');
      await once(hears, 'piece');
      response.write('one ');
      await once(hears, 'piece');
      response.write('two ');
      response.write('three ', () => response[end]());
    });
    const { body } = await askOverHttp(address, {});
    let heard = '';
    const hearing = async () => {
      for await (const piece of body ?? []) {
        heard += Buffer.from(piece).toString();
        hears.emit('piece');
      }
    };
    if (end === 'end') await hearing();
    else await assert.rejects(hearing, { code: 'ECONNRESET' });
    assert.equal(heard, '(begins) one two three ');
  });
}

/** The form of a connection error. */
function isLate(error: Error): boolean {
  return error.message === 'fetch failed' && (error.cause as { code?: string }).code === 'ETIMEDOUT';
}

/** A server with one behaviour for all requests; returns its address. */
async function speaking(t: TestContext, speak: (response: ServerResponse) => Promise<void>): Promise<string> {
  const server = createServer((_, response) => void speak(response));
  t.after(() => server.close());
  t.after(() => server.closeAllConnections());
  return await listening(server);
}

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** A stopped server with a full queue of connections. */
async function startDeaf() {
  const program = `
    const server = require('node:net').createServer();
    server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => console.log(server.address().port));`;
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout, 'data');
  child.kill('SIGSTOP');
  const port = Number(line);
  const waiting = Array.from({ length: 4 }, () => connect(port, '127.0.0.1').on('error', () => {}));
  await once(waiting[0] as (typeof waiting)[0], 'connect');
  return {
    address: `http://127.0.0.1:${port}/`,
    end: () => {
      for (const socket of waiting) socket.destroy();
      child.kill('SIGKILL');
    },
  };
}

for (const [encoding, encode] of [
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
] as const)
  test(`a response in ${encoding} is read`, async (t) => {
    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(encode('An answer'));
    });
    const address = await listening(server);
    t.after(() => server.close());
    assert.equal(await (await askOverHttp(address, {})).text(), 'An answer');
  });
