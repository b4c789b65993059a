import type { Match } from '@foyer/api/search';
import { type Problem, problemOf } from '../../api/problem.ts';

/**
 * Searches titles and messages, and hands on each match as it is found.
 *
 * @returns the problem, if there is one; `isComplete` is false when there were too many matches
 */
export async function searchChats(
  text: string,
  { signal, onMatch }: { signal: AbortSignal; onMatch: (match: Match) => void },
): Promise<{ problem: Problem } | { isComplete: boolean }> {
  try {
    const response = await fetch('/api/chats/search', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text }),
      signal,
    });
    if (!response.ok || !response.body) return { problem: await problemOf(response) };
    let isComplete = false;
    for await (const line of linesOf(response.body)) {
      const read = JSON.parse(line) as Match | { isComplete: boolean };
      if ('isComplete' in read) isComplete = read.isComplete;
      else onMatch(read);
    }
    return { isComplete };
  } catch {
    return { problem: { code: 'OFFLINE', retryAfterSeconds: 0 } };
  }
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader();
  let rest = '';
  while (true) {
    const { value, done } = await reader.read();
    const lines = (rest + (value ?? '')).split('\n');
    rest = lines.pop() ?? '';
    yield* lines.filter((line) => line !== '');
    if (done) return;
  }
}
