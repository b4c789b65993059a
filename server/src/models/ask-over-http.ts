import { once } from 'node:events';
import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { PassThrough, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

const idleMs = 60_000;

// Only clients that ask Node get the proxies of the environment (NODE_USE_ENV_PROXY).
const { proxyEnv } = https.globalAgent.options;
const kept = { keepAlive: true, timeout: idleMs, proxyEnv };
const plain = { client: http, agent: new http.Agent(kept) };
const encrypted = { client: https, agent: new https.Agent(kept) };

type Asking = {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  signal?: AbortSignal;
  /** Timeout for connecting, in milliseconds. Default: 10,000. */
  connectMs?: number;
};

// 10 % less CPU per reply than `fetch`, which closes idle connections after 4 s. Follows no redirects. Like `fetch` it
// throws a TypeError whose cause has a `code`.
export async function askOverHttp(
  address: string,
  { connectMs = 10_000, body, ...asking }: Asking,
): Promise<Response> {
  const { client, agent } = address.startsWith('https:') ? encrypted : plain;
  const request = client.request(address, { ...asking, agent, timeout: connectMs });
  request.on('timeout', () => {
    if (!isConnecting(request.socket)) return;
    const error = new Error(`no connection within ${connectMs} ms`);
    request.destroy(Object.assign(error, { code: 'ETIMEDOUT' }));
  });
  // After the response has started, its stream reports errors.
  request.on('error', () => {});
  request.end(body);
  const answer = await answerTo(request);
  return new Response(bodyOf(answer), {
    status: answer.statusCode ?? 0,
    headers: answer.headers as Record<string, string>,
  });
}

/** When the connection breaks, hand on the received data before the error. */
function bodyOf(answer: IncomingMessage): ReadableStream<Uint8Array> {
  const come = answer.pipe(decoderFor(answer));
  let failure: Error | null = null;
  answer.once('error', (error) => {
    failure = error;
    come.end();
  });
  const pieces = come.iterator();
  return new ReadableStream(
    {
      pull: async (controller) => {
        const { value, done } = await pieces.next();
        if (!done) controller.enqueue(value);
        else if (failure) controller.error(failure);
        else controller.close();
      },
      cancel: () => {
        answer.destroy();
      },
    },
    { highWaterMark: 0 },
  );
}

/** Some services and proxies compress without being asked. */
function decoderFor({ headers }: IncomingMessage): Transform {
  const encoding = headers['content-encoding']?.toLowerCase();
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip();
  if (encoding === 'deflate') return createInflate();
  return encoding === 'br' ? createBrotliDecompress() : new PassThrough();
}

/** The TLS handshake is part of connecting. */
function isConnecting(socket: Socket | null): boolean {
  return (
    socket !== null &&
    (socket.connecting || ('secureConnecting' in socket && socket.secureConnecting === true))
  );
}

async function answerTo(request: ClientRequest): Promise<IncomingMessage> {
  try {
    const [answer] = await once(request, 'response');
    return answer;
  } catch (cause) {
    const isStopped = cause instanceof Error && cause.name === 'AbortError';
    throw isStopped ? cause : new TypeError('fetch failed', { cause });
  }
}
