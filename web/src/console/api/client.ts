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
export type AnswerOf<R extends Route> = {
  [Status in keyof R['answers']]: R['answers'][Status] extends z.ZodType
    ? z.output<R['answers'][Status]>
    : undefined;
}[keyof R['answers']];

/** The search parameters of a route. */
export type QueryOf<R extends Route> = R extends { query: z.ZodObject }
  ? { [Name in keyof z.output<R['query']>]?: z.output<R['query']>[Name] | undefined }
  : Record<never, never>;

type Extra<R extends Route> = { body?: BodyOf<R>; query?: QueryOf<R>; signal?: AbortSignal };

/** Sends one request to the API of operators. It never throws: a failure is an answer with a problem. */
export async function call<R extends Route>(
  method: R['method'],
  path: PathOf<R>,
  { body, query, signal }: Extra<R> = {},
): Promise<Answer<AnswerOf<R>>> {
  const answer = await send(`${path}${queryString(query ?? {})}`, {
    method,
    ...(signal && { signal }),
    ...(body !== undefined && {
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  if (answer.problem) return answer;
  const { value: response } = answer;
  if (response.status === 204) return { value: undefined as AnswerOf<R> };
  return readBody(() => response.json());
}

/** Sends one request that answers a file. */
export async function download<R extends Route>(
  method: R['method'],
  path: PathOf<R>,
  { body, query }: Extra<R>,
): Promise<Answer<Blob>> {
  const answer = await send(`${path}${queryString(query ?? {})}`, {
    method,
    ...(body !== undefined && {
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  const { value: response, problem } = answer;
  return problem ? { problem } : readBody(() => response.blob());
}

export async function send(address: string, options: RequestInit): Promise<Answer<Response>> {
  try {
    const response = await fetch(address, options);
    return response.ok ? { value: response } : { problem: await problemOf(response) };
  } catch {
    return offline;
  }
}

/** `?a=1&b=2`, without parameters that are undefined or empty; empty for none. */
export function queryString(query: Record<string, unknown>): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text && `?${text}`;
}

/** A connection may break in the middle of an answer. */
export async function readBody<T>(read: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { value: await read() };
  } catch {
    return offline;
  }
}

const offline: { problem: NonNullable<Answer<never>['problem']> } = {
  problem: { code: 'OFFLINE', message: '', retryAfterSeconds: 0 },
};
