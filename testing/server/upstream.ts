import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The requested model name selects the behaviour. */
export type UpstreamMode =
  | 'ok'
  | 'endless'
  | 'reasoning'
  | 'script'
  | 'unstorable'
  | 'empty'
  | 'moved'
  | 'e401'
  | 'e429'
  | 'html'
  | 'hang'
  | 'stall'
  | 'error'
  | 'reset'
  | 'truncated';

export type Upstream = Awaited<ReturnType<typeof startUpstream>>;

/** The API key of a request, which a careless service repeats in its errors. */
export const upstreamKey = 'sk-secret-of-the-operator';

/** Characters per piece of the model `script`. */
export const pieceOfScript = 400;

/** The text of the modes that reply in full. */
export const upstreamAnswer = 'one two three four five ';

type Asked = { model: UpstreamMode; messages: { role: string; content: string }[]; max_tokens?: number };

/**
 * A small OpenAI-compatible service on a free port.
 * @param wordMs pause after each word or piece, in milliseconds
 */
export async function startUpstream({ wordMs = 5 } = {}) {
  const asked: Asked[] = [];
  const state = { open: 0, abandoned: 0, finished: 0 };
  let script = '';

  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    asked.push(body);
    state.open++;
    response.on('close', () => {
      state.open--;
      if (response.writableEnded) state.finished++;
      else state.abandoned++;
    });
    await (body.model === 'script' ? recite(response, script, wordMs) : answer(body.model, response, wordMs));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    state,
    /** Sets the reply of the model `script`. */
    teach: (text: string) => {
      script = text;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Asked> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return JSON.parse(text);
}

async function answer(mode: UpstreamMode, response: ServerResponse, wordMs: number) {
  if (mode === 'moved') return response.writeHead(308, { location: '/v1/elsewhere' }).end();
  if (mode === 'e401') return fail(response, 401, `Incorrect API key provided: ${upstreamKey}`);
  if (mode === 'e429') return fail(response, 429, 'Rate limit reached');
  if (mode === 'html')
    return response.writeHead(502, { 'Content-Type': 'text/html' }).end('<h1>Bad gateway</h1>');
  if (mode === 'hang') return;

  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  say(response, { role: 'assistant', content: '' });
  if (mode === 'empty') return finish(response);
  if (mode === 'endless') return babble(response, wordMs);
  if (mode === 'unstorable') {
    for (const content of ['a\0b', '\ud83d', '\ude00', '\ud83d']) say(response, { content });
    return finish(response);
  }
  if (mode === 'reasoning') say(response, { reasoning_content: 'hidden thoughts' });
  for (const word of upstreamAnswer.match(/\S+ /g) ?? []) {
    say(response, { content: word });
    await new Promise(setImmediate);
    if (word === 'three ' && (await breakOff(mode, response))) return;
  }
  finish(response);
}

function fail(response: ServerResponse, status: number, message: string) {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ error: { message, type: 'invalid_request_error' } }));
}

function say(response: ServerResponse, delta: object, finishReason: string | null = null) {
  const choices = [{ index: 0, delta, finish_reason: finishReason }];
  write(response, { id: 'c1', object: 'chat.completion.chunk', created: 1, model: 'test', choices });
}

function finish(response: ServerResponse) {
  say(response, {}, 'stop');
  response.end('data: [DONE]\n\n');
}

async function recite(response: ServerResponse, text: string, pauseMs: number) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  for (let at = 0; at < text.length; at += pieceOfScript) {
    say(response, { content: text.slice(at, at + pieceOfScript) });
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  finish(response);
}

async function babble(response: ServerResponse, wordMs: number) {
  while (!response.closed) {
    say(response, { content: 'word ' });
    await new Promise((resolve) => setTimeout(resolve, wordMs));
  }
}

/** Ends a response in the middle; false for modes that go on. */
async function breakOff(mode: UpstreamMode, response: ServerResponse): Promise<boolean> {
  if (mode === 'error') {
    write(response, { error: { message: `overloaded, key ${upstreamKey}`, type: 'server_error' } });
    response.end();
  } else if (mode === 'reset') {
    await new Promise((resolve) => response.write('\n', resolve));
    response.socket?.resetAndDestroy();
  } else if (mode === 'truncated') {
    response.end();
  }
  return mode === 'error' || mode === 'reset' || mode === 'truncated' || mode === 'stall';
}

function write(response: ServerResponse, data: object) {
  response.write(`data: ${JSON.stringify(data)}\n\n`);
}
