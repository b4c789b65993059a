import { createParser } from 'eventsource-parser';
import { ModelError, type ModelPiece } from './model-piece.ts';
import { readChunk } from './read-chunk.ts';

/** How long a stream may stay open after its finish reason, in milliseconds. */
const afterFinishMs = 2000;

/** A longer response that is no stream is not read, in characters. */
const maxWhole = 10_000_000;

// Ends with `[DONE]`, two seconds after a finish reason, or with the stream, so that an open stream delays nobody.
export async function* readStream(body: ReadableStream<Uint8Array>): AsyncGenerator<ModelPiece> {
  const pieces: ModelPiece[] = [];
  let isDone = false;
  let failure: ModelError | null = null;
  const parser = createParser({
    onEvent: ({ data, event }) => {
      if (data.trim() === '[DONE]') isDone = true;
      else if (!isDone && !failure) {
        const read = readChunk(parsed(data), event === 'error' ? 'error' : undefined);
        if (read instanceof ModelError) failure = read;
        else pieces.push(...read);
      }
    },
  });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let afterFinish: NodeJS.Timeout | undefined;
  try {
    while (!isDone && !failure) {
      const { value, done } = await reader.read();
      // The last event also counts without its blank line.
      parser.feed(done ? '\n\n' : decoder.decode(value, { stream: true }));
      if (pieces.some(({ type }) => type === 'finish'))
        afterFinish ??= setTimeout(() => void reader.cancel(), afterFinishMs);
      yield* pieces.splice(0);
      if (failure) throw failure;
      if (done) return;
      // Bytes without words, such as comments, show that the service lives.
      yield { type: 'alive' };
    }
    yield { type: 'finish', reason: 'done' };
  } finally {
    clearTimeout(afterFinish);
    await reader.cancel().catch(() => {});
  }
}

/** Some services and gateways ignore `stream: true` and answer with one JSON document. */
export async function* readWhole(body: ReadableStream<Uint8Array>): AsyncGenerator<ModelPiece> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of body) {
    text += decoder.decode(part, { stream: true });
    if (text.length > maxWhole) throw new ModelError(null);
    yield { type: 'alive' };
  }
  const read = readChunk(parsed(text), 'whole');
  if (read instanceof ModelError) throw read;
  yield* read;
  if (read.length > 0) yield { type: 'finish', reason: 'done' };
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}
