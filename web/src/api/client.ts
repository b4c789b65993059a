import type { BodyOf, Route } from '@foyer/api/route';
import type * as z from 'zod';
import { type Answer, problemOf } from './problem.ts';

/** The address of a route of the contract, with its parameters filled in. */
type PathOf<R extends Route> = R['path'] extends '/' ? R['base'] : `${R['base']}${Filled<R['path']>}`;
type Filled<Path extends string> = Path extends `${infer Before}:${string}/${infer After}`
  ? `${Before}${string}/${Filled<After>}`
  : Path extends `${infer Before}:${string}`
    ? `${Before}${string}`
    : Path;

/** What a route answers when it does not refuse. */
type SuccessOf<R extends Route> = {
  [Status in keyof R['answers']]: R['answers'][Status] extends z.ZodType
    ? z.output<R['answers'][Status]>
    : undefined;
}[keyof R['answers']];

/** Sends one request to our own server. It never throws: a failure is an answer with a problem. */
export async function call<R extends Route>(
  method: R['method'],
  path: PathOf<R>,
  body?: BodyOf<R>,
  options: Pick<RequestInit, 'keepalive'> = {},
): Promise<Answer<SuccessOf<R>>> {
  try {
    const response = await fetch(path, {
      method,
      ...options,
      ...(body !== undefined && {
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    if (!response.ok) return { problem: await problemOf(response) };
    return { value: response.status === 204 ? (undefined as SuccessOf<R>) : await response.json() };
  } catch {
    return { problem: { code: 'OFFLINE', retryAfterSeconds: 0 } };
  }
}
