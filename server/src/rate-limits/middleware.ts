import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import * as z from 'zod';
import { refuseTooMany } from '../refuse.ts';
import { caller } from './caller.ts';
import { attemptsAtOnce, type FailedAttempts, type Guessed } from './failed-attempts.ts';
import { keyedLines } from './keyed-lines.ts';

/** How many attempts of one address are looked at at a time: a burst must not outrun the count. */
const attemptsAtATime = 4;

/** The answers that tell a guesser something, and so count as failed attempts. */
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
 * What an attempt leaves for its limiter: whether the person brought something that could be guessed, and whether they were
 * told that it is wrong by an answer that is no error.
 */
export type Attempted = { Bindings: HttpBindings; Variables: { isGuess: boolean; isWrong: boolean } };

export type Limited = ReturnType<typeof attemptLimiter>;

type Parts = {
  attempts: FailedAttempts;
  addressOf: (env: HttpBindings) => string;
  /** Whether a text is a code that this installation generated, and that admits somebody now. */
  isGeneratedCode: (text: string) => Promise<boolean>;
};

/**
 * Makes the middleware that counts failed attempts by address, once for all routes. While an address has none left, all
 * its attempts are refused: 429 with `Retry-After`. Attempts that do not fail cost nothing, however many come at once.
 *
 * A code that this installation generated is not refused: it cannot be guessed, and one guesser would otherwise lock out
 * everybody who shares their address.
 */
export function attemptLimiter({ attempts, addressOf, isGeneratedCode }: Parts) {
  const inLine = keyedLines(attemptsAtATime);
  const alone = keyedLines(1);

  return (guessed: Guessed) =>
    createMiddleware<Attempted>(async (c, next) => {
      const address = addressOf(c.env);
      const key = `${guessed} ${address}`;
      const left = () => attempts.left(guessed, address);

      const refuseNow = async () => refuseTooMany(c, await attempts.waitMs(guessed, address));
      const act = async (had: number) => {
        await caller.run({ address, guessed, hasFailed: had < attemptsAtOnce }, next);
        if (!(await hasFailed(c)) || (await attempts.count(guessed, address))) return;
        const answer = await refuseNow();
        c.res = undefined;
        c.res = answer;
      };

      const begun = await left();
      if (begun < 1) {
        const isKnown = guessed === 'code' && (await bringsGeneratedCode(c));
        return isKnown ? act(begun) : refuseNow();
      }
      return inLine(key, async () => {
        const before = await left();
        if (before > attemptsAtATime) return act(before);
        // Near the end one at a time: of several at once, more could be looked at than are left.
        return alone(key, async () => {
          const last = await left();
          return last < 1 ? refuseNow() : act(last);
        });
      });
    });

  async function bringsGeneratedCode(c: Context): Promise<boolean> {
    const { success, data } = bodyWithCode.safeParse(await c.req.json());
    const text = success ? (data.code ?? data.invitationCode) : undefined;
    return text !== undefined && isGeneratedCode(text);
  }
}

/** The bodies in which a code comes; their forms were checked before. */
const bodyWithCode = z.object({ code: z.string().optional(), invitationCode: z.string().optional() });

async function hasFailed(c: Context<Attempted>): Promise<boolean> {
  if (c.get('isWrong')) return true;
  if (!c.get('isGuess') || c.res.ok) return false;
  const { code } = (await c.res.clone().json()) as { code?: string };
  return code !== undefined && isTelling(code);
}
