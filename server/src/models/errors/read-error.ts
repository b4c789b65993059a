import { ModelError } from '../model-piece.ts';
import { statedProblem } from './stated-problem.ts';

/** Longer bodies are not understood, in bytes. */
const maxBytes = 64 * 1024;
/** How long to wait for the body, in milliseconds. */
const timeoutMs = 5000;

const dayMs = 24 * 60 * 60 * 1000;

/** Reads why a service refused, without keeping its words. */
export async function readError(answer: Response): Promise<ModelError> {
  const text = await readStart(answer);
  const problem = statedProblem(answer.status, parsed(text));
  return new ModelError(answer.status, { problem, retryAfterMs: retryAfterIn(answer.headers) });
}

/** @param now epoch milliseconds */
export function retryAfterIn(headers: Headers, now = Date.now()): number | null {
  const exact = milliseconds(headers.get('retry-after-ms'), 1);
  if (exact !== null) return exact;
  const text = headers.get('retry-after');
  const seconds = milliseconds(text, 1000);
  // `Date.parse` takes numbers for years.
  if (seconds !== null || text === null || !/[a-z]{3}/i.test(text)) return seconds;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.min(Math.max(0, date - now), dayMs);
}

function milliseconds(text: string | null, unitMs: number): number | null {
  if (text === null || !/^\s*\d{1,12}(\.\d{1,12})?\s*$/.test(text)) return null;
  return Math.min(Math.ceil(Number(text) * unitMs), dayMs);
}

async function readStart({ body }: Response): Promise<string> {
  if (!body) return '';
  const reader = body.getReader();
  const late = setTimeout(() => void reader.cancel().catch(() => {}), timeoutMs);
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return text;
      text += decoder.decode(value, { stream: true });
      if (text.length > maxBytes) return '';
    }
  } catch {
    return text;
  } finally {
    clearTimeout(late);
    await reader.cancel().catch(() => {});
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
