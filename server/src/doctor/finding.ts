import { describeError } from '../models/describe-error.ts';

/** What one check has found, with what to do about it. */
export type Finding = {
  /** What was checked. */
  check: string;
  /** `off` is what is not set up, not in use, or cannot be checked before something else is mended. */
  status: 'ok' | 'warning' | 'failed' | 'off';
  /** One sentence. It holds no secret, no code, and nothing that another service said. */
  message: string;
  /** What the operator can do, unless all is well. */
  todo?: string;
  /** Of a provider: the address that is entered there. */
  callback?: string;
  /** Of a default code: uses that are left, and uses in all. */
  remaining?: number;
  allowed?: number;
};

type More = Omit<Finding, 'check' | 'status' | 'message' | 'todo'>;

/** The four things that can be said about what was checked. */
export function about(check: string, more: More = {}) {
  return {
    ok: (message: string): Finding => ({ check, status: 'ok', message, ...more }),
    warning: (message: string, todo: string): Finding => ({
      check,
      status: 'warning',
      message,
      todo,
      ...more,
    }),
    failed: (message: string, todo: string): Finding => ({ check, status: 'failed', message, todo, ...more }),
    off: (message: string, todo: string): Finding => ({ check, status: 'off', message, todo, ...more }),
  };
}

/** What others do, or the signal's reason when it comes first. */
export function beforeDeadline<Result>(deadline: AbortSignal, work: Promise<Result>): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  if (deadline.aborted) reject(deadline.reason);
  deadline.addEventListener('abort', () => reject(deadline.reason), { once: true });
  return Promise.race([work, promise]);
}

/** Why another service could not be asked, in a word that it has not written itself. */
export function reasonOf(error: unknown): string {
  if (isOfDeadline(error)) return 'it did not answer in time';
  const { cause, error: name } = describeError(error);
  return String(cause ?? name);
}

function isOfDeadline(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}
