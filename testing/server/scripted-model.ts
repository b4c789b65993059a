import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type AskedModel = {
  model: string;
  temperature?: number;
  messages: { role: string; content: string }[];
  max_tokens: number;
  headers: IncomingMessage['headers'];
};

type Answering = (response: ServerResponse, asked: AskedModel) => void | Promise<void>;

export type ScriptedModel = Awaited<ReturnType<typeof startScriptedModel>>;

/** A model server on a free port that answers as it is told. `answer` may be changed between questions. */
export async function startScriptedModel(
  answer: Answering = (response) => says(response, ['Good morning.']),
) {
  const state = { answer, asked: [] as AskedModel[], abandoned: 0 };
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const part of request) text += part;
    const asked: AskedModel = { ...JSON.parse(text), headers: request.headers };
    state.asked.push(asked);
    response.on('close', () => {
      if (!response.writableEnded) state.abandoned++;
    });
    await state.answer(response, asked);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    state,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

export const event = (data: unknown) => `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;

export const delta = (fields: object, reason: string | null = null) =>
  event({
    id: 'c',
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta: fields, finish_reason: reason }],
  });

/** A whole stream of these words. */
export function says(response: ServerResponse, words: string[], reason = 'stop') {
  const body = [...words.map((content) => delta({ content })), delta({}, reason), event('[DONE]')];
  return streams(response, body);
}

/** The same, with the tokens that the whole call has used. */
export function saysWithUsage(response: ServerResponse, words: string[], tokens: number) {
  const usage = { prompt_tokens: tokens - 1, completion_tokens: 1, total_tokens: tokens };
  const body = [...words.map((content) => delta({ content })), delta({}, 'stop')];
  return streams(response, [...body, event({ choices: [], usage }), event('[DONE]')]);
}

export function streams(response: ServerResponse, parts: string[]) {
  response.writeHead(200, { 'content-type': 'text/event-stream' }).end(parts.join(''));
}

export function refuses(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
