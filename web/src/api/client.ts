import { type Answer, problemOf } from './problem.ts';

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** Sends one request to our own server. It never throws: a failure is an answer with a problem. */
export async function call<T>(
  method: Method,
  path: string,
  body?: object,
  options: Pick<RequestInit, 'keepalive'> = {},
): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      method,
      ...options,
      ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (!response.ok) return { problem: await problemOf(response) };
    return { value: response.status === 204 ? (undefined as T) : await response.json() };
  } catch {
    return { problem: { code: 'OFFLINE', retryAfterSeconds: 0 } };
  }
}
