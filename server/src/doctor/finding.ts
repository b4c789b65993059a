import { describeError } from '../models/describe-error.ts';

export type Finding = {
  check: string;
  /** `off`: not set up, not in use, or not checkable until something else is fixed. */
  status: 'ok' | 'warning' | 'failed' | 'off';
  /** One sentence, without secrets, codes or texts of other services. */
  message: string;
  todo?: string;
  callback?: string;
  remaining?: number;
  allowed?: number;
};

type More = Omit<Finding, 'check' | 'status' | 'message' | 'todo'>;

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

/** Rejects with the signal's reason when the deadline comes first. */
export function beforeDeadline<Result>(deadline: AbortSignal, work: Promise<Result>): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  if (deadline.aborted) reject(deadline.reason);
  deadline.addEventListener('abort', () => reject(deadline.reason), { once: true });
  return Promise.race([work, promise]);
}

/** Why a service could not be reached, never in its own words. */
export function reasonOf(error: unknown): string {
  if (isOfDeadline(error)) return 'it did not answer in time';
  const { cause, error: name } = describeError(error);
  return String(cause ?? name);
}

function isOfDeadline(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}
