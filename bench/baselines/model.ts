import { createServer, type ServerResponse } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { freePort } from '../../testing/database/database.ts';
import { startInChildProcess } from '../measure/child-process.ts';

type Asked = { tokens: number; tokensPerSecond: number };

/** A model with a fixed pace and an OpenAI-compatible API. Returns its URL. */
export const startModel = startInChildProcess(
  import.meta.url,
  async ({ tokens, tokensPerSecond }: Asked): Promise<string> => {
    const server = createServer((request, response) => {
      request.resume().once('end', () => speak(response, tokens, 1000 / tokensPerSecond));
    });
    const port = await freePort();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', 1000, resolve));
    return `http://127.0.0.1:${port}/v1`;
  },
);

/** The first word at once, the others by the clock: a late one does not delay the next. */
async function speak(response: ServerResponse, tokens: number, everyMs: number) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  // Like many models: first the role, then the text.
  response.write(chunk({ role: 'assistant' }, null));
  await nextTurn();
  response.write(word);
  const begun = performance.now();
  let said = 1;
  const timer = setInterval(() => {
    const due = Math.min(tokens, 1 + Math.floor((performance.now() - begun) / everyMs));
    for (; said < due; said++) response.write(word);
    if (said === tokens) {
      clearInterval(timer);
      response.end(`${chunk({}, 'stop')}data: [DONE]\n\n`);
    }
  }, everyMs);
  response.once('close', () => clearInterval(timer));
}

const word = chunk({ content: 'word ' }, null);

function chunk(delta: object, finishReason: string | null): string {
  const choices = [{ index: 0, delta, finish_reason: finishReason }];
  const data = { id: 'c1', object: 'chat.completion.chunk', created: 1, model: 'bench', choices };
  return `data: ${JSON.stringify(data)}\n\n`;
}
