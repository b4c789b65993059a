import { createParser } from 'eventsource-parser';
import * as z from 'zod';
import { ModelError, type ModelPiece } from './model-piece.ts';

/** How long a stream may stay open after its finish reason, in milliseconds. */
const afterFinishMs = 2000;

// Lenient: services send pings, usage without choices, numbers as texts. Ends with `[DONE]`, two seconds after a finish
// reason, or with the stream, so that an open stream delays nobody.
export async function* readStream(body: ReadableStream<Uint8Array>): AsyncGenerator<ModelPiece> {
  const pieces: ModelPiece[] = [];
  let isDone = false;
  let failure: ModelError | null = null;
  const parser = createParser({
    onEvent: ({ data }) => {
      if (data.trim() === '[DONE]') isDone = true;
      else if (!isDone && !failure) {
        const read = readEvent(data);
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

const words = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(undefined);

const chunk = z.object({
  error: z.unknown().optional(),
  choices: z
    .array(
      z.object({
        delta: z
          .object({
            content: words,
            refusal: words,
            reasoning_content: words,
            reasoning: words,
            tool_calls: z.array(z.unknown()).nullish().catch(undefined),
          })
          .nullish()
          .catch(undefined),
        finish_reason: z.string().nullish().catch(undefined),
      }),
    )
    .nullish()
    .catch(undefined),
});

function readEvent(data: string): ModelPiece[] | ModelError {
  const { success, data: read } = chunk.safeParse(parsed(data));
  if (!success) return [];
  if (read.error !== undefined && read.error !== null) return new ModelError(null);
  const [choice] = read.choices ?? [];
  if (!choice) return [];
  const { delta, finish_reason: reason } = choice;
  const thought = delta?.reasoning_content ?? delta?.reasoning ?? '';
  const text = `${delta?.content ?? ''}${delta?.refusal ?? ''}`;
  return [
    ...(thought === '' ? [] : [{ type: 'thought', text: thought } as const]),
    ...(text === '' ? [] : [{ type: 'text', text } as const]),
    ...(delta?.tool_calls?.length ? [{ type: 'tool' } as const] : []),
    ...(reason ? [{ type: 'finish', reason } as const] : []),
  ];
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}
