import assert from 'node:assert/strict';
import { routes } from '@foyer/api';
import { failed, refused } from '@foyer/api/fields';
import { addressOf, type Route } from '@foyer/api/route';
import type * as z from 'zod';

type Answered = { method: string; path: string; status: number; text: string };

/** Refusals of requests that match no route. */
const unrouted = [
  'NOT_FOUND',
  'FOREIGN_ORIGIN',
  'INVALID_INPUT',
  'NOT_SIGNED_IN',
  'NOT_A_MEMBER',
  'KEY_GONE',
  'TOKEN_INVALID',
  'NOT_AN_OPERATOR',
  'TOO_MANY_TRIES',
];

/** Fails when a response differs from the contract of the API. */
export function assertKeepsContract({ method, path, status, text }: Answered): void {
  const { pathname } = new URL(path, 'http://here.invalid');
  if (!pathname.startsWith('/api/') || method === 'HEAD') return;
  const about = `${method} ${pathname} ${status} ${text.slice(0, 300)}`;
  if (status === 500) {
    keeps(failed, text, about);
    return;
  }
  const ofMethod = routes.filter((each) => each.method === method);
  // `/codes/sums` comes before `/codes/:id`.
  const route =
    ofMethod.find((each) => addressOf(each) === pathname) ??
    ofMethod.find((each) => patternOf(each).test(pathname));
  if (status < 400) {
    assert.ok(route, `${about}: no such route in the contract`);
    const answer = route.answers[status];
    assert.ok(answer !== undefined, `${about}: the contract has no such status`);
    if (answer === null) assert.equal(text, '', about);
    else if (!('contentType' in answer)) keeps(answer, text, about);
    return;
  }
  keeps(refused, text, about);
  const { code } = JSON.parse(text);
  const allowed: readonly string[] = route ? (route.refuses[status] ?? []) : unrouted;
  assert.ok(allowed.includes(code), `${about}: the contract has no such refusal`);
}

function keeps(schema: z.ZodType, text: string, about: string): void {
  const { error } = schema.safeParse(JSON.parse(text));
  assert.equal(error, undefined, `${about}: ${error?.message}`);
}

function patternOf(route: Route): RegExp {
  return new RegExp(`^${addressOf(route).replaceAll(/:\w+/g, '[^/]+')}/?$`);
}
