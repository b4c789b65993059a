import { AsyncLocalStorage } from 'node:async_hooks';

const sentences = {
  overloaded: 'Too many ask at once',
  away: 'The database is away',
  full: 'The database has no room left to write',
};

/** Cannot be done now: overload, no database, or a full disk. The request itself is fine. */
export class Unavailable extends Error {
  override name = 'Trouble';
  readonly kind: keyof typeof sentences;

  constructor(kind: keyof typeof sentences, cause: unknown) {
    super(`${sentences[kind]}: ${reasonOf(cause)}`, { cause });
    this.kind = kind;
  }
}

type Notice = { trouble: Unavailable | null };

const notices = new AsyncLocalStorage<Notice>();

/** Runs work and returns the `Unavailable` that occurred, even if another library replaced it with its own error. */
export async function captureUnavailable(work: () => Promise<unknown>): Promise<Unavailable | null> {
  const notice: Notice = { trouble: null };
  await notices.run(notice, work);
  return notice.trouble;
}

/** Creates the error and reports it to a surrounding `captureUnavailable`. */
export function unavailable(kind: Unavailable['kind'], cause: unknown): Unavailable {
  const trouble = new Unavailable(kind, cause);
  const notice = notices.getStore();
  if (notice) notice.trouble ??= trouble;
  return trouble;
}

function reasonOf(cause: unknown): string {
  // A connection refused at several addresses has no message of its own.
  if (cause instanceof AggregateError && cause.errors.length > 0) return reasonOf(cause.errors[0]);
  return cause instanceof Error ? cause.message : String(cause);
}
