import { hasShortForm } from '@foyer/invitation-codes/code';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import * as z from 'zod';
import { refuseTooMany } from '../http/errors.ts';
import { caller } from './caller.ts';
import { attemptsAtOnce, type FailedAttempts, type Guessed } from './failed-attempts.ts';
import { keyedQueues } from './keyed-queues.ts';

/** Attempts of one address that run at once: a burst must not outrun the counter. */
const attemptsAtATime = 4;

/** Refusals that tell a guesser something. They count as failed attempts. */
const guessRefusals = new Map<string, Guessed>([
  ['INVITATION_CODE_INVALID', 'code'],
  ['INVITATION_CODE_WRONG_KIND', 'code'],
  ['INVALID_EMAIL_OR_PASSWORD', 'password'],
  ['WRONG_PASSWORD', 'password'],
  ['SECOND_FACTOR_WRONG', 'password'],
  ['LINK_INVALID', 'link'],
  ['MAIL_CODE_INVALID', 'link'],
  ['USER_ALREADY_EXISTS', 'account'],
  ['ACCOUNT_EXISTS', 'account'],
  ['PROVIDER_NOT_LINKED', 'account'],
]);

export function guessedBy(refusal: string): Guessed | null {
  return guessRefusals.get(refusal) ?? null;
}

/** `isGuess`: the request contains something to guess. `isWrong`: a successful response says it was wrong. */
export type Attempted = { Bindings: HttpBindings; Variables: { isGuess: boolean; isWrong: boolean } };

export type Limiter = ReturnType<typeof attemptLimiter>;

type Deps = {
  attempts: FailedAttempts;
  addressOf: (env: HttpBindings) => string;
  isGeneratedCode: (text: string) => Promise<boolean>;
};

// Valid generated codes, and requests that guess nothing (default code, provider), always pass: one guesser must not
// lock out everybody who shares the address.
export function attemptLimiter({ attempts, addressOf, isGeneratedCode }: Deps) {
  const inQueue = keyedQueues(attemptsAtATime);
  const oneAtATime = keyedQueues(1);
  /** A short code is easier to guess: a refused one counts double. */
  const count = async (c: Context, guessed: Guessed, address: string) => {
    const isShort = guessed === 'code' && hasShortForm((await codeIn(c)) ?? '');
    // Attack: with one attempt left, a guess that took none would be free for ever.
    return (isShort && (await attempts.count(guessed, address, 2))) || attempts.count(guessed, address);
  };

  return (guessed: Guessed) =>
    createMiddleware<Attempted>(async (c, next) => {
      const address = addressOf(c.env);
      const key = `${guessed} ${address}`;
      const left = () => attempts.left(guessed, address);

      const refuse = async (of = guessed) => {
        attempts.noteRefused();
        return refuseTooMany(c, await attempts.waitMs(of, address));
      };
      const act = async (attemptsLeft: number) => {
        await caller.run({ address, guessed, hasFailed: attemptsLeft < attemptsAtOnce }, next);
        const wrongGuess = c.get('isWrong') ? guessed : await guessedIn(c);
        // A race: the last attempt was used meanwhile, so this one must not learn the answer.
        if (!wrongGuess || (await count(c, wrongGuess, address))) return;
        const answer = await refuse(wrongGuess);
        c.res = undefined;
        c.res = answer;
      };

      const leftAtStart = await left();
      if (leftAtStart < 1) {
        if (guessed !== 'code') return refuse();
        const code = await codeIn(c);
        if (code === undefined) return inQueue(key, () => act(leftAtStart));
        return (await isGeneratedCode(code)) ? act(leftAtStart) : refuse();
      }
      return inQueue(key, async () => {
        const leftInQueue = await left();
        if (leftInQueue > attemptsAtATime) return act(leftInQueue);
        // Near the limit one at a time: parallel attempts could exceed it.
        return oneAtATime(key, async () => {
          const leftAlone = await left();
          return leftAlone < 1 ? refuse() : act(leftAlone);
        });
      });
    });
}

async function codeIn(c: Context): Promise<string | undefined> {
  const { data } = bodyWithCode.safeParse(await c.req.json());
  return data?.code ?? data?.invitationCode;
}

const bodyWithCode = z.object({ code: z.string().optional(), invitationCode: z.string().optional() });

async function guessedIn(c: Context<Attempted>): Promise<Guessed | null> {
  if (!c.get('isGuess') || c.res.ok) return null;
  const { code = '' } = (await c.res.clone().json()) as { code?: string };
  return guessedBy(code);
}
