import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import * as z from 'zod';
import { refuseTooMany } from '../http/errors.ts';
import { caller } from './caller.ts';
import { attemptsAtOnce, type FailedAttempts, type Guessed } from './failed-attempts.ts';
import { keyedQueues } from './keyed-lines.ts';

/** Attempts of one address that run at once: a burst must not outrun the counter. */
const attemptsAtATime = 4;

/** Refusals that tell a guesser something. They count as failed attempts. */
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

export function guessedBy(refusal: string): Guessed | null {
  return telling.get(refusal) ?? null;
}

/** `isGuess`: the request contains something to guess. `isWrong`: a successful response says it was wrong. */
export type Attempted = { Bindings: HttpBindings; Variables: { isGuess: boolean; isWrong: boolean } };

export type Limited = ReturnType<typeof attemptLimiter>;

type Parts = {
  attempts: FailedAttempts;
  addressOf: (env: HttpBindings) => string;
  isGeneratedCode: (text: string) => Promise<boolean>;
};

// Valid generated codes, and requests that guess nothing (default code, provider), always pass: one guesser must not
// lock out everybody who shares the address.
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
        // A race: the last attempt was used meanwhile, so this one must not learn the answer.
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
        // Near the limit one at a time: parallel attempts could exceed it.
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

const bodyWithCode = z.object({ code: z.string().optional(), invitationCode: z.string().optional() });

async function toldBy(c: Context<Attempted>): Promise<Guessed | null> {
  if (!c.get('isGuess') || c.res.ok) return null;
  const { code = '' } = (await c.res.clone().json()) as { code?: string };
  return guessedBy(code);
}
