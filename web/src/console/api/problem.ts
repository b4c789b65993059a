import type { OperatorRefusal, Refusal } from '@foyer/policy';

/** Why a request of the console failed. */
export type Problem = {
  code: Refusal | OperatorRefusal | 'OFFLINE' | 'BROKEN';
  /** The sentence of the server, in English. It names the field of a wrong input. */
  message: string;
  /** How long the server asks to wait, or 0. */
  retryAfterSeconds: number;
};

export type Answer<T> = { value: T; problem?: undefined } | { value?: undefined; problem: Problem };

/** Reads the problem from a response of status 400 or above. */
export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const { code, message } = isRefusal(body) ? body : { code: 'BROKEN' as const, message: '' };
  const seconds = Number(response.headers.get('Retry-After'));
  return {
    code: response.status < 500 || code === 'OVERLOADED' || code === 'DATABASE_AWAY' ? code : 'BROKEN',
    message,
    retryAfterSeconds: Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : 0,
  };
}

function isRefusal(body: unknown): body is { code: Refusal | OperatorRefusal; message: string } {
  return typeof body === 'object' && body !== null && 'code' in body && 'message' in body;
}
