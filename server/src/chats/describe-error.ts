import { APICallError, RetryError } from 'ai';

/** What may be logged of an error: its messages may hold a prompt or a key, so they stay out. */
export function describeError(error: unknown): Record<string, unknown> {
  const last = RetryError.isInstance(error) ? error.lastError : error;
  if (APICallError.isInstance(last)) {
    return { error: last.name, httpStatus: last.statusCode, cause: codeOf(last.cause) };
  }
  return { error: last instanceof Error ? last.name : typeof last, cause: codeOf(last) };
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error.cause);
}
