import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import * as z from 'zod';
import { refuseTooMany } from '../http/errors.ts';
import { caller } from './caller.ts';
import { attemptsAtOnce, type FailedAttempts, type Guessed } from './failed-attempts.ts';
import { keyedQueues } from './keyed-lines.ts';

/** How many attempts of one address are looked at at a time: a burst must not outrun the count. */
const attemptsAtATime = 4;

/** The refusals that tell a guesser something, and of what. They count as failed attempts. */
const telling = new Map<string, Guessed>([
  ['INVITATION_CODE_INVALID', 'code'],
  ['INVITATION_CODE_WRONG_KIND', 'code'],
  ['INVALID_EMAIL_OR_PASSWORD', 'password'],
  ['WRONG_PASSWORD', 'password'],
  ['LINK_INVALID', 'link'],
  ['USER_ALREADY_EXISTS', 'account'],
  ['ACCOUNT_EXISTS', 'account'],
  ['PROVIDER_NOT_LINKED', 'account'],
]);

/** What a refusal tells a guesser of; null for nothing. */
export function guessedBy(refusal: string): Guessed | null {
  return telling.get(refusal) ?? null;
}

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
 * A code that this installation generated is not refused, nor is who brings no code, as by the default one or by a provider:
 * nothing is guessed then, and one guesser would otherwise lock out everybody who shares their address.
 */
export function attemptLimiter({ attempts, addressOf, isGeneratedCode }: Parts) {
  const inLine = keyedQueues(attemptsAtATime);
  const alone = keyedQueues(1);

  return (guessed: Guessed) =>
    createMiddleware<Attempted>(async (c, next) => {
      const address = addressOf(c.env);
      const key = `${guessed} ${address}`;
      const left = () => attempts.left(guessed, address);

      const refuseNow = async (of = guessed) => refuseTooMany(c, await attempts.waitMs(of, address));
      const act = async (had: number) => {
        await caller.run({ address, guessed, hasFailed: had < attemptsAtOnce }, next);
        const told = c.get('isWrong') ? guessed : await toldBy(c);
        // None left, although there was one before: it must not learn the answer.
        if (!told || (await attempts.count(told, address))) return;
        const answer = await refuseNow(told);
        c.res = undefined;
        c.res = answer;
      };

      const begun = await left();
      if (begun < 1) {
        if (guessed !== 'code') return refuseNow();
        const code = await codeIn(c);
        if (code === undefined) return inLine(key, () => act(begun));
        return (await isGeneratedCode(code)) ? act(begun) : refuseNow();
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
}

async function codeIn(c: Context): Promise<string | undefined> {
  const { data } = bodyWithCode.safeParse(await c.req.json());
  return data?.code ?? data?.invitationCode;
}

/** The bodies in which a code comes; their forms were checked before. */
const bodyWithCode = z.object({ code: z.string().optional(), invitationCode: z.string().optional() });

async function toldBy(c: Context<Attempted>): Promise<Guessed | null> {
  if (!c.get('isGuess') || c.res.ok) return null;
  const { code = '' } = (await c.res.clone().json()) as { code?: string };
  return guessedBy(code);
}
