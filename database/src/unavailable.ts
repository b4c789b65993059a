import { AsyncLocalStorage } from 'node:async_hooks';

const sentences = {
  overloaded: 'Too many requests at once',
  away: 'The database is unavailable',
  full: 'The database has no room left to write',
};

/** Cannot be done now: overload, no database, or a full disk. The request itself is fine. */
export class Unavailable extends Error {
  override name = 'Unavailable';
  readonly kind: keyof typeof sentences;

  constructor(kind: keyof typeof sentences, cause: unknown) {
    super(`${sentences[kind]}: ${reasonOf(cause)}`, { cause });
    this.kind = kind;
  }
}

type Capture = { error: Unavailable | null };

const captures = new AsyncLocalStorage<Capture>();

/** Runs work and returns the `Unavailable` that occurred, even if another library replaced it with its own error. */
export async function captureUnavailable(work: () => Promise<unknown>): Promise<Unavailable | null> {
  const capture: Capture = { error: null };
  await captures.run(capture, work);
  return capture.error;
}

export function unavailable(kind: Unavailable['kind'], cause: unknown): Unavailable {
  const error = new Unavailable(kind, cause);
  const capture = captures.getStore();
  if (capture) capture.error ??= error;
  return error;
}

function reasonOf(cause: unknown): string {
  // A connection refused at several addresses has no message of its own.
  if (cause instanceof AggregateError && cause.errors.length > 0) return reasonOf(cause.errors[0]);
  return cause instanceof Error ? cause.message : String(cause);
}
