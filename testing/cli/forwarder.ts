import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export type Forwarded = { path: string; method: string; cookie: string; body: string };

/** Answers instead of the server, or acts before the answer is forwarded. */
export type Meddling = (
  request: Forwarded,
) => Promise<{ status: number; body: string } | undefined> | undefined;

/** A proxy that forwards requests and answers, to play a server that does something wrong. */
export async function startForwarder(to: string, meddle: { instead?: Meddling; after?: Meddling }) {
  const server = createServer(async (request, response) => {
    const { url = '/', method = 'GET', headers } = request;
    const forwarded = { path: url, method, cookie: headers.cookie ?? '', body: await text(request) };
    const instead = await meddle.instead?.(forwarded);
    if (instead) return response.writeHead(instead.status).end(instead.body);
    const { 'user-agent': agent = '', origin = '', cookie = '' } = headers;
    const type = headers['content-type'];
    const answer = await fetch(`${to}${url}`, {
      method,
      headers: { 'user-agent': agent, origin, cookie, ...(type && { 'content-type': type }) },
      ...(method !== 'GET' && { body: forwarded.body }),
    });
    const body = Buffer.from(await answer.arrayBuffer());
    await meddle.after?.(forwarded);
    response.setHeader('content-type', answer.headers.get('content-type') ?? 'text/plain');
    for (const line of answer.headers.getSetCookie()) response.appendHeader('set-cookie', line);
    response.writeHead(answer.status).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
