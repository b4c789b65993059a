import type { MessageStatus, ReplyEnding } from '@foyer/database/tables';
import type { TokenLimits } from '../config/model-config.ts';
import { askWithinWindow, openWindow, QuestionTooLong, type Window } from './ask-within-window.ts';
import { describeError } from './describe-error.ts';
import { ModelError, type ModelMessage, type ModelPiece, type ModelWords } from './model-piece.ts';
import type { Model } from './open-model.ts';
import { splitThoughts } from './split-thoughts.ts';
import { bytesPerToken, estimateTokens, sumTokens } from './tokens.ts';

/** The tokens of a reply, in and out. `isEstimated`: the model did not say. */
export type Usage = { tokens: number; isEstimated: boolean };

export type Ending = {
  status: MessageStatus;
  ending: ReplyEnding | null;
  /** Safe to log. */
  failure?: Record<string, unknown>;
  /** How long the service asks to wait, in milliseconds. */
  retryAfterMs?: number;
  /** The question does not fit into the model's window, even alone. */
  isTooLong?: true;
  /** How many messages of the conversation were not sent. */
  leftOut: number;
  /** What the model has said about its window; null when nothing was too long. */
  learnt: TokenLimits | null;
  /** The tokens in and out, and whether we had to estimate them. */
  usage: Usage;
};

type Ended = Omit<Ending, 'leftOut' | 'learnt' | 'usage'>;

/** `silentMs`, by default the model's patience, is the longest silence before the first word and between two. */
export type Timeouts = { silentMs?: number; totalMs: number };

export type Asking = {
  conversation: ModelMessage[];
  /** How many of the last messages are always sent. Default: 1, the question. */
  kept?: number;
  /** What an earlier question of this chat has shown about the model's window. */
  learnt?: Partial<TokenLimits>;
  signal: AbortSignal;
  hear: (words: ModelWords) => void;
  timeouts: Timeouts;
};

/** Never throws. `signal`'s reason becomes the status of the reply. */
export async function streamModel(
  model: Model,
  { conversation, kept = 1, learnt = {}, signal, hear, timeouts }: Asking,
): Promise<Ending> {
  const timedOut = new AbortController();
  const silence = setTimeout(() => timedOut.abort('silent'), timeouts.silentMs ?? model.patienceMs);
  const slowness = setTimeout(() => timedOut.abort('too slow'), timeouts.totalMs);
  // A reply without text cannot be sent back.
  const sendable = conversation.filter(({ role, text }) => role === 'user' || text.trim() !== '');
  const window = openWindow(model, sendable, { ...learnt, kept });
  const stop = AbortSignal.any([signal, timedOut.signal]);
  const seen = new Set<ModelPiece['type']>();
  const ended = (ending: Ended): Ending => ({
    ...ending,
    leftOut: sendable.length - window.sent.length,
    learnt: learntFrom(window),
    usage: usageOf(),
  });
  let stated: number | null = null;
  let written = 0;
  const usageOf = () => {
    if (stated !== null) return { tokens: stated, isEstimated: false };
    // The model has not begun.
    if (seen.size === 0) return { tokens: 0, isEstimated: false };
    const { systemPrompt = '' } = model;
    const asked = estimateTokens(systemPrompt) + sumTokens(window.sent);
    return { tokens: asked + Math.ceil(written / bytesPerToken), isEstimated: true };
  };
  try {
    let reason: string | null = null;
    for await (const piece of splitThoughts(askWithinWindow(model, window, stop))) {
      silence.refresh();
      seen.add(piece.type);
      if (piece.type === 'usage') stated = piece.tokens;
      if (piece.type === 'text' || piece.type === 'thought') written += Buffer.byteLength(piece.text);
      if (piece.type === 'text' || piece.type === 'thought' || piece.type === 'retract') hear(piece);
      if (piece.type === 'retract') {
        seen.delete('text');
        seen.add('thought');
      }
      if (piece.type === 'finish') reason ??= piece.reason;
    }
    stop.throwIfAborted();
    return ended(endedWith(reason, seen));
  } catch (error) {
    if (signal.aborted) return ended({ status: signal.reason, ending: null });
    if (timedOut.signal.aborted)
      return ended({ status: 'interrupted', ending: null, failure: { error: timedOut.signal.reason } });
    return ended(endedBy(error, seen));
  } finally {
    clearTimeout(silence);
    clearTimeout(slowness);
  }
}

function learntFrom({ hasShrunk, contextTokens, replyTokens }: Window): TokenLimits | null {
  return hasShrunk ? { contextTokens, replyTokens } : null;
}

const lengthReasons = ['length', 'max_tokens', 'max_output_tokens', 'model_length', 'token_limit'];
const filterReasons = [
  'content_filter',
  'safety',
  'recitation',
  'prohibited_content',
  'blocklist',
  'sensitive',
];
const toolReasons = ['tool_calls', 'function_call', 'tool_use'];

/** @param reason null when the model gave none */
function endedWith(reason: string | null, seen: Set<ModelPiece['type']>): Ended {
  if (reason === null) return { status: 'interrupted', ending: null, failure: { error: 'broken off' } };
  const named = reason.toLowerCase().replaceAll('-', '_');
  if (filterReasons.includes(named)) return filtered;
  const hasText = seen.has('text');
  if (!hasText && seen.has('tool')) return withoutText('tools', 'it calls tools');
  const isTooLong = lengthReasons.includes(named);
  // Some services hide the thoughts.
  if (!hasText && (seen.has('thought') || isTooLong))
    return withoutText('thinking', 'it spent its tokens on thinking');
  if (!hasText) return { status: 'failed', ending: null, failure: { error: 'empty' } };
  if (seen.has('refusal') || named === 'refusal') return { status: 'complete', ending: 'refusal' };
  if (isTooLong) return { status: 'complete', ending: 'length' };
  return { status: 'complete', ending: toolReasons.includes(named) ? 'tools' : null };
}

const filtered: Ended = { status: 'stopped', ending: 'filter', failure: { error: 'its filter ended it' } };

function withoutText(ending: ReplyEnding, error: string): Ended {
  return { status: 'failed', ending, failure: { error } };
}

function endedBy(error: unknown, seen: Set<ModelPiece['type']>): Ended {
  if (error instanceof QuestionTooLong)
    return {
      status: 'failed',
      ending: null,
      failure: { error: 'the question is too long' },
      isTooLong: true,
    };
  const failure = describeError(error);
  // A connection that broke after the response has begun.
  if (!(error instanceof ModelError))
    return { status: seen.size > 0 ? 'interrupted' : 'failed', ending: null, failure };
  const { problem, retryAfterMs } = error;
  if (problem.isFiltered) return { ...filtered, failure: { ...failure, ...filtered.failure } };
  // The window was full in the middle of the reply.
  if (problem.overflow && seen.has('text')) return { status: 'complete', ending: 'length', failure };
  return { status: 'failed', ending: null, failure, ...(retryAfterMs !== null && { retryAfterMs }) };
}
