import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, test } from 'node:test';
import { createCodes } from '@foyer/invitation-codes/codes';
import { deriveKeys } from '@foyer/invitation-codes/seal';
import { openMessage } from '../../server/src/chats/messages.ts';
import { readFirstWords, readReply } from '../chats/read-reply.ts';
import { freePort, onEveryDatabase } from '../database/database.ts';
import { anyCode, keysOf, newAddress, startApp, type Visitor, visitor } from '../server/app.ts';
import { startProcess } from '../server/process.ts';
import { startUpstream, upstreamKey } from '../server/upstream.ts';

const secret = 'a secret of the tests, long enough';

onEveryDatabase(({ open, place }) => {
  /** A server in its own process, and a guest who has asked a question. */
  async function processWithQuestion(env: Record<string, string> = {}) {
    const { db, url } = await open();
    const code = anyCode();
    await createCodes(db, deriveKeys(secret), [code], { createdBy: 'create', now: Date.now() });
    const port = await freePort();
    const server = await startProcess({ DATABASE_URL: url, SECRET: secret, PORT: String(port), ...env });
    const guest = visitor(`http://127.0.0.1:${port}`, newAddress());
    await guest.enter(code.code);
    const chatId = crypto.randomUUID();
    return { db, port, server, guest, chatId, answer: await ask(guest, chatId) };
  }

  const ask = (guest: Visitor, chatId: string = crypto.randomUUID()) =>
    guest.begin(`/api/chats/${chatId}/messages`, { id: crypto.randomUUID(), text: 'What do herons eat?' });

  test('a stopping server takes nobody new, lets the running reply end, and then exits', async () => {
    const { db, port, server, answer } = await processWithQuestion();
    const ended = once(server.process, 'exit');
    // A connection with half a request.
    const halfway = connect(port, '127.0.0.1').setEncoding('utf8');
    halfway.write('GET /readyz HTTP/1.1\r\nHost: x\r\n');
    await fetch(`http://127.0.0.1:${port}/healthz`);
    server.process.kill('SIGTERM');
    while (await isListening(port));
    halfway.write('\r\n');
    const told = (await halfway.toArray()).join('');
    assert.match(told, /^HTTP\/1\.1 503 .*\r\nconnection: close\r\n.*not ready: closing$/is);
    assert.equal((await readReply(answer)).status, 'complete');
    assert.deepEqual(await ended, [0, null]);
    const messages = await db.selectFrom('message').select('status').execute();
    assert.deepEqual(
      messages.map(({ status }) => status),
      ['complete', 'complete'],
    );
  });

  test('a HEAD request does not keep a server from stopping', async () => {
    const { server, guest, chatId, answer } = await processWithQuestion();
    const ended = once(server.process, 'exit');
    assert.equal((await guest.send('HEAD', `/api/chats/${chatId}/reply`)).status, 200);
    server.process.kill('SIGTERM');
    assert.equal((await readReply(answer)).status, 'complete');
    assert.deepEqual(await ended, [0, null]);
  });

  test('a second signal stops it at once', async () => {
    const upstream = await startUpstream();
    after(upstream.close);
    const model = { MODEL_URL: upstream.url, MODEL_NAME: 'endless', MODEL_API_KEY: upstreamKey };
    const { port, server, answer } = await processWithQuestion(model);
    const ended = once(server.process, 'exit');
    server.process.kill('SIGTERM');
    while (await isListening(port));
    server.process.kill('SIGINT');
    assert.deepEqual(await ended, [1, null]);
    await assert.rejects(answer.text());
  });

  test('a reply that takes too long is interrupted, saved as far as it came, and its reader is told', async () => {
    const upstream = await startUpstream();
    after(upstream.close);
    const app = await startApp((await place()).url, {
      MODEL_URL: upstream.url,
      MODEL_NAME: 'endless',
      MODEL_API_KEY: upstreamKey,
    });
    const guest = app.visitor();
    await guest.enter(await app.makeCode());
    await readFirstWords(await ask(guest));
    await app.close();
    const row = await app.db
      .selectFrom('message')
      .selectAll()
      .where('position', '=', 1)
      .executeTakeFirstOrThrow();
    const { id } = await app.db.selectFrom('user').select('id').executeTakeFirstOrThrow();
    const { status, text } = openMessage(await keysOf(app.db, id, guest), row.chatId, row);
    assert.equal(status, 'interrupted');
    assert.match(text, /^word /);
  });
});

function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
  }).finally(() => socket.destroy()) as Promise<boolean>;
}
