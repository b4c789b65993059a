import { type Refusal, refusals } from '@foyer/policy';

/** A field that was left empty. The server is not asked. */
export type MissingField =
  | 'EMAIL_MISSING'
  | 'MAIL_CODE_MISSING'
  | 'PASSWORD_MISSING'
  | 'CURRENT_PASSWORD_MISSING'
  | 'NEW_PASSWORD_MISSING';

/** Why a request failed: a refusal by name, an empty field, no connection, or a fault of the server. */
export type Problem = {
  code: Refusal | MissingField | 'OFFLINE' | 'BROKEN';
  /** How long the server asks to wait, or 0. */
  retryAfterSeconds: number;
};

export type Answer<T> = { value: T; problem?: undefined } | { value?: undefined; problem: Problem };

/** Reads the problem from a response of status 400 or above. */
export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const code = body && typeof body === 'object' && 'code' in body ? String(body.code) : '';
  const seconds = Number(response.headers.get('Retry-After'));
  return {
    code: isRefusal(code) ? code : 'BROKEN',
    retryAfterSeconds: Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : 0,
  };
}

export function isRefusal(code: string): code is Refusal {
  return Object.hasOwn(refusals, code);
}

/** True when this error means that the signed-in user or their rights have changed. */
export function isSessionError({ code }: Problem): boolean {
  return (
    code === 'NOT_SIGNED_IN' ||
    code === 'TIME_OVER' ||
    code === 'EMAIL_NOT_VERIFIED' ||
    code === 'NOT_A_MEMBER'
  );
}

/** True when the person gets in as soon as somebody leaves: the page waits. */
export function isWaitForRoom({ code }: Problem): boolean {
  return code === 'TOO_MANY_GUESTS' || code === 'ROOM_FULL';
}
