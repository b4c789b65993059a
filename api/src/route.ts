import type { Refusal } from '@foyer/policy';
import type * as z from 'zod';

/** A body that arrives piece by piece, or that is no JSON. */
export type OtherContent = { contentType: string; about: string };

/** Why a route may refuse, by status. */
export type Refusals = { readonly [status: number]: readonly Refusal[] };

/** One route of the API: what it takes, what it answers, and why it may refuse. */
export type Route = {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Where the feature's routes begin, as `/api/chats`. */
  base: string;
  /** The rest of its address, as `/:id`. */
  path: string;
  about: string;
  params?: z.ZodObject;
  /** What an address is answered whose parameters are of a wrong form. They name nothing. */
  unknown?: Refusal;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Whether a request without a body counts as one with an empty body. */
  isBodyOptional?: true;
  /** By status: a schema, null for no body, or another kind of content. */
  answers: { readonly [status: number]: z.ZodType | null | OtherContent };
  refuses: Refusals;
};

/** Declares a route, and keeps its exact type. */
export function route<const Declared extends Route>(declared: Declared): Declared {
  return declared;
}

/** The whole address of a route, as `/api/chats/:id`. */
export function addressOf({ base, path }: Pick<Route, 'base' | 'path'>): string {
  return path === '/' ? base || '/' : `${base}${path}`;
}

/** What a route answers with a status, read. */
export type AnswerOf<
  R extends Route,
  Status extends keyof R['answers'],
> = R['answers'][Status] extends z.ZodType ? z.output<R['answers'][Status]> : undefined;

/** What a route takes as its body, written. */
export type BodyOf<R extends Route> = R extends { body: z.ZodType } ? z.input<R['body']> : undefined;

/** Joins what routes may refuse for. */
export function refusals(...all: Refusals[]): Refusals {
  const joined: Record<number, Refusal[]> = {};
  for (const each of all)
    for (const [status, codes] of Object.entries(each))
      joined[Number(status)] = [...new Set([...(joined[Number(status)] ?? []), ...codes])];
  return joined;
}

/** Any route may refuse for these. */
export const everywhere: Refusals = {
  400: ['INVALID_INPUT'],
  403: ['FOREIGN_ORIGIN'],
  413: ['INVALID_INPUT'],
  415: ['INVALID_INPUT'],
  503: ['OVERLOADED', 'DATABASE_AWAY', 'STORAGE_FULL'],
};

/** Routes that only a signed-in person may use. */
export const signedIn = refusals(everywhere, { 401: ['NOT_SIGNED_IN'] });

/** Routes that count failed attempts. */
export const guessable = refusals(everywhere, { 429: ['TOO_MANY_TRIES'] });
