import { troubleOf } from '@foyer/database';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import pLimit, { type LimitFunction } from 'p-limit';
import { refuseTooMany } from './refuse.ts';
import type { Purpose, TryLimits } from './tries.ts';

/** How many tries of one address are looked at at a time: a burst must not outrun the count. */
const triesAtATime = 4;

/** How long somebody waits in the line of their address, in milliseconds: whoever would wait longer is told to come again. */
const patienceMs = 10_000;

/** The answers that tell a guesser something, and so count as refused tries. */
const telling = new Set([
  'INVITATION_CODE_INVALID',
  'INVITATION_CODE_WRONG_KIND',
  'INVALID_EMAIL_OR_PASSWORD',
  'WRONG_PASSWORD',
  'LINK_INVALID',
  'USER_ALREADY_EXISTS',
  'ACCOUNT_EXISTS',
  'PROVIDER_NOT_LINKED',
]);

/** Whether a refusal tells a guesser something. */
export const isTelling = (code: string) => telling.has(code);

/**
 * What a try leaves for its limiter: whether the person brought something that could be guessed, and whether they were
 * told that it is wrong by an answer that is no error.
 */
export type Tried = { Bindings: HttpBindings; Variables: { isGuess: boolean; isWrong: boolean } };

/**
 * Makes the middleware that counts refused tries by address. While an address has none left, all its tries wait:
 * 429 with `Retry-After`. Tries that are not refused cost nothing, however many come at once.
 */
export function triesLimiter(tries: TryLimits, addressOf: (env: HttpBindings) => string) {
  const lines = new Map<string, LimitFunction>();

  async function inLine<T>(key: string, work: () => Promise<T>): Promise<T> {
    const line = lines.get(key) ?? pLimit(triesAtATime);
    lines.set(key, line);
    const since = performance.now();
    try {
      return await line(() => {
        if (performance.now() - since <= patienceMs) return work();
        throw troubleOf('overloaded', new Error('too long a line of one address'));
      });
    } finally {
      if (line.activeCount + line.pendingCount === 0) lines.delete(key);
    }
  }

  return (purpose: Purpose) =>
    createMiddleware<Tried>((c, next) => {
      const address = addressOf(c.env);
      return inLine(`${purpose} ${address}`, async () => {
        const waitMs = await tries.waitMs(purpose, address);
        if (waitMs > 0) return refuseTooMany(c, waitMs);
        await next();
        if (!(await wasRefused(c)) || (await tries.countRefused(purpose, address))) return;
        const answer = refuseTooMany(c, await tries.waitMs(purpose, address));
        c.res = undefined;
        c.res = answer;
      });
    });
}

async function wasRefused(c: Context<Tried>): Promise<boolean> {
  if (c.get('isWrong')) return true;
  if (!c.get('isGuess') || c.res.ok) return false;
  const { code } = (await c.res.clone().json()) as { code?: string };
  return code !== undefined && isTelling(code);
}
