import { ModelError } from './model-piece.ts';

/** Leaves out error messages before we log: they may contain a prompt or a key. */
export function describeError(error: unknown): Record<string, unknown> {
  if (error instanceof ModelError) {
    const { name, httpStatus, problem } = error;
    return {
      error: name,
      ...(httpStatus !== null && { httpStatus }),
      ...(problem.overflow && { cause: 'too long' }),
    };
  }
  return { error: error instanceof Error ? error.name : typeof error, cause: codeOf(error) };
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error.cause);
}
