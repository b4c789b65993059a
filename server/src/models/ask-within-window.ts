import { setTimeout as wait } from 'node:timers/promises';
import type { TokenLimits } from '../config/model-config.ts';
import type { Overflow } from './errors/overflow.ts';
import { fitConversation } from './fit-conversation.ts';
import { type ModelCall, ModelError, type ModelMessage, type ModelPiece } from './model-piece.ts';
import type { Model } from './open-model.ts';
import { estimateTokens, sumTokens } from './tokens.ts';

/** A question that does not fit into the model's window, even alone. */
export class QuestionTooLong extends Error {}

export type Window = TokenLimits & {
  sent: ModelMessage[];
  /** How many of the last messages are always sent. */
  kept: number;
  hasShrunk: boolean;
};

const maxRounds = 2;

/** What stays of the turns of the last try, where the model does not say how long its window is. */
const shares = [1 / 3, 1 / 6];

/** The wait before the single retry, unless the service says otherwise, in milliseconds. */
const retryMs = 2000;
/** A longer wait is left to the person, in milliseconds. */
const maxWaitMs = 10_000;

export function openWindow(
  { systemPrompt, ...limits }: Pick<Model, 'systemPrompt' | 'contextTokens' | 'replyTokens'>,
  conversation: ModelMessage[],
  { kept, ...learnt }: Partial<TokenLimits> & { kept: number },
): Window {
  const contextTokens = Math.min(limits.contextTokens, learnt.contextTokens ?? Infinity);
  const replyTokens = Math.min(limits.replyTokens, learnt.replyTokens ?? Infinity);
  const sent = fitConversation(conversation, { systemPrompt, contextTokens, kept });
  return { contextTokens, replyTokens, sent, kept, hasShrunk: false };
}

/**
 * Asks, and asks again with fewer turns while the model says that the conversation is too long. Changes `window`.
 *
 * @throws QuestionTooLong
 */
export async function* askWithinWindow(
  { ask, systemPrompt }: Pick<Model, 'ask' | 'systemPrompt'>,
  window: Window,
  signal: AbortSignal,
): AsyncGenerator<ModelPiece> {
  for (let round = 0; ; round++) {
    let hasBegun = false;
    try {
      const { sent: conversation, replyTokens: maxTokens } = window;
      const pieces = await askTwice(ask, { systemPrompt, conversation, maxTokens, signal });
      yield { type: 'alive' };
      for await (const piece of pieces) {
        hasBegun ||= piece.type !== 'alive';
        yield piece;
      }
      return;
    } catch (error) {
      const overflow = error instanceof ModelError ? error.problem.overflow : undefined;
      if (!overflow || hasBegun) throw error;
      shrink(window, overflow, { systemPrompt, share: shares[round] ?? 1 });
      if (round === maxRounds) throw error;
    }
  }
}

/** Changes `window`, so that fewer turns are sent, or asks for a shorter reply where that is enough. */
function shrink(
  window: Window,
  overflow: Overflow,
  { systemPrompt = '', share }: { systemPrompt: string | undefined; share: number },
) {
  const { sent, kept, replyTokens } = window;
  const { limit, used } = overflow;
  const isAlone = sent.length <= kept;
  const minReply = isAlone || limit === undefined ? 1 : Math.floor(limit / 4);
  const reply = roomForReply(replyTokens, { limit, used, minReply });
  const isOnlyReplyTooLong =
    limit !== undefined && used !== undefined && used + reply <= limit && reply < replyTokens;
  if (!isOnlyReplyTooLong) {
    if (isAlone && (reply === replyTokens || used !== undefined)) throw new QuestionTooLong();
    const fixedTokens = estimateTokens(systemPrompt) + sumTokens(sent.slice(-kept));
    const sentTokens = estimateTokens(systemPrompt) + sumTokens(sent);
    const fitting =
      limit === undefined
        ? fixedTokens + (sentTokens - fixedTokens) * share
        : fittingTokens(sentTokens, { limit, used, reply });
    // Always fewer turns, whatever the service says about its numbers.
    window.contextTokens = Math.floor(Math.min(window.contextTokens, fitting, sentTokens - 1));
  }
  window.replyTokens = reply;
  window.hasShrunk = true;
  const { contextTokens } = window;
  window.sent = fitConversation(sent, { systemPrompt, contextTokens, kept });
}

/** What the conversation leaves of the window; a quarter of it if we do not know. */
function roomForReply(
  replyTokens: number,
  { limit, used, minReply }: Overflow & { minReply: number },
): number {
  if (limit === undefined) return replyTokens;
  const left = used === undefined ? limit / 4 : (limit - used) * 0.95;
  return Math.max(1, Math.min(replyTokens, Math.floor(Math.max(left, minReply))));
}

/** Our estimate of the text that fits, a tenth below what the service's own count says. */
function fittingTokens(
  sentTokens: number,
  { limit, used, reply }: { limit: number; used: number | undefined; reply: number },
): number {
  const room = limit - reply;
  return used === undefined ? room : (sentTokens * room * 0.9) / used;
}

const isTemporary = (status: number) => status === 408 || status === 409 || status === 429 || status >= 500;

/** Asks once more if the service was busy or the connection failed; again and again while it loads the model. */
async function askTwice(ask: Model['ask'], call: ModelCall): Promise<AsyncIterable<ModelPiece>> {
  for (let isFirst = true; ; isFirst = false) {
    try {
      return await ask(call);
    } catch (error) {
      const isRefusal = error instanceof ModelError;
      const isLoading = isRefusal && error.problem.isLoading === true;
      const mayHelp = isRefusal
        ? isTemporary(error.httpStatus ?? 0) && !error.problem.overflow
        : error instanceof TypeError;
      const waitMs = (isRefusal ? error.retryAfterMs : null) ?? retryMs;
      if (!mayHelp || (!isFirst && !isLoading) || waitMs > maxWaitMs) throw error;
      await wait(Math.max(waitMs, isFirst ? 0 : retryMs), undefined, { signal: call.signal });
    }
  }
}
