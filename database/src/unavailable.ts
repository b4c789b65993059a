import { AsyncLocalStorage } from 'node:async_hooks';

const sentences = {
  overloaded: 'Too many ask at once',
  away: 'The database is away',
  full: 'The database has no room left to write',
};

/** It cannot be done now: too many ask at once, the database is away, or its disk is full. Nothing is wrong with what was asked. */
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

/**
 * Does a work and answers what trouble it had, if any: also where somebody on the way has put
 * another error in the place of it, as Better Auth does.
 */
export async function captureUnavailable(work: () => Promise<unknown>): Promise<Unavailable | null> {
  const notice: Notice = { trouble: null };
  await notices.run(notice, work);
  return notice.trouble;
}

/** The trouble of this kind, made known to whoever notices. */
export function unavailable(kind: Unavailable['kind'], cause: unknown): Unavailable {
  const trouble = new Unavailable(kind, cause);
  const notice = notices.getStore();
  if (notice) notice.trouble ??= trouble;
  return trouble;
}

function reasonOf(cause: unknown): string {
  // A connection that several addresses refused has no message of its own.
  if (cause instanceof AggregateError && cause.errors.length > 0) return reasonOf(cause.errors[0]);
  return cause instanceof Error ? cause.message : String(cause);
}
