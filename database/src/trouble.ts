import { AsyncLocalStorage } from 'node:async_hooks';

/** The database cannot be asked now: too many ask it, or it is away. Nothing is wrong with what was asked. */
export class DatabaseTrouble extends Error {
  override name = 'DatabaseTrouble';
  readonly kind: 'overloaded' | 'away';

  constructor(kind: 'overloaded' | 'away', cause: unknown) {
    const sentence = kind === 'overloaded' ? 'Too many ask the database at once' : 'The database is away';
    super(`${sentence}: ${reasonOf(cause)}`, { cause });
    this.kind = kind;
  }
}

type Notice = { trouble: DatabaseTrouble | null };

const notices = new AsyncLocalStorage<Notice>();

/**
 * Does a work and answers what trouble it had with the database, if any: also where somebody on the way has put
 * another error in the place of it, as Better Auth does.
 */
export async function noticeTrouble(work: () => Promise<unknown>): Promise<DatabaseTrouble | null> {
  const notice: Notice = { trouble: null };
  await notices.run(notice, work);
  return notice.trouble;
}

/** The trouble of this kind, made known to whoever notices. */
export function troubleOf(kind: DatabaseTrouble['kind'], cause: unknown): DatabaseTrouble {
  const trouble = new DatabaseTrouble(kind, cause);
  const notice = notices.getStore();
  if (notice) notice.trouble ??= trouble;
  return trouble;
}

function reasonOf(cause: unknown): string {
  // A connection that several addresses refused has no message of its own.
  if (cause instanceof AggregateError && cause.errors.length > 0) return reasonOf(cause.errors[0]);
  return cause instanceof Error ? cause.message : String(cause);
}
