import { ModelError } from './model-piece.ts';

/** What may be logged of an error: its messages may hold a prompt or a key, so they stay out. */
export function describeError(error: unknown): Record<string, unknown> {
  if (error instanceof ModelError && error.httpStatus !== null)
    return { error: error.name, httpStatus: error.httpStatus, cause: codeOf(error.cause) };
  return { error: error instanceof Error ? error.name : typeof error, cause: codeOf(error) };
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error.cause);
}
