import type { OperatorRefusal, Refusal } from '@foyer/policy';
import type * as z from 'zod';

/** A streamed body, or one that is not JSON. */
export type OtherContent = { contentType: string; about: string };

/** By status. */
export type Refusals = { readonly [status: number]: readonly (Refusal | OperatorRefusal)[] };

/** What a token of the operator API may do. A session of an operator may do everything. */
export const scopes = ['read', 'codes', 'people', 'settings'] as const;

export type Scope = (typeof scopes)[number];

/** One route: input, responses, and reasons of refusals. */
export type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** The start of the path, as `/api/chats`. */
  base: string;
  /** The rest of the path, as `/:id`. */
  path: string;
  about: string;
  params?: z.ZodObject;
  /** The refusal for path parameters of a wrong form: they name nothing. */
  unknown?: Refusal | OperatorRefusal;
  /** The search parameters. All are optional; lists are given by commas. */
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Other content than JSON, as a file. */
  upload?: OtherContent;
  /** A missing body counts as `{}`. */
  isBodyOptional?: true;
  /** By status: a schema, null for no body, or other content. */
  answers: { readonly [status: number]: z.ZodType | null | OtherContent };
  refuses: Refusals;
  /** Below `/api/operator`: what a token needs. Without it only a session of an operator may call the route. */
  scope?: Scope;
  /** Below `/api/operator`: a session must have been confirmed in the last 15 minutes. Tokens pass. */
  isFresh?: true;
  /** Below `/api/operator`: a visitor may call it. */
  isOpen?: true;
};

/** Declares a route and keeps its exact type. */
export function route<const Declared extends Route>(declared: Declared): Declared {
  return declared;
}

/** The whole path, as `/api/chats/:id`. */
export function addressOf({ base, path }: Pick<Route, 'base' | 'path'>): string {
  return path === '/' ? base || '/' : `${base}${path}`;
}

/** The body of a response after parsing. */
export type AnswerOf<
  R extends Route,
  Status extends keyof R['answers'],
> = R['answers'][Status] extends z.ZodType ? z.output<R['answers'][Status]> : undefined;

/** The body of a request before parsing. */
export type BodyOf<R extends Route> = R extends { body: z.ZodType } ? z.input<R['body']> : undefined;

export function refusals(...all: Refusals[]): Refusals {
  const joined: Record<number, (Refusal | OperatorRefusal)[]> = {};
  for (const each of all)
    for (const [status, codes] of Object.entries(each))
      joined[Number(status)] = [...new Set([...(joined[Number(status)] ?? []), ...codes])];
  return joined;
}

/** Any route may refuse with these. */
export const everywhere: Refusals = {
  400: ['INVALID_INPUT'],
  403: ['FOREIGN_ORIGIN'],
  413: ['INVALID_INPUT'],
  415: ['INVALID_INPUT'],
  503: ['OVERLOADED', 'DATABASE_AWAY', 'STORAGE_FULL'],
};

/** For routes that need a session. */
export const signedIn = refusals(everywhere, { 401: ['NOT_SIGNED_IN', 'TIME_OVER'] });

/** For routes that count failed attempts. */
export const guessable = refusals(everywhere, { 429: ['TOO_MANY_TRIES'] });
