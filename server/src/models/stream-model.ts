import { setTimeout as wait } from 'node:timers/promises';
import type { MessageStatus } from '@foyer/database/tables';
import { describeError } from './describe-error.ts';
import { fitConversation } from './fit-conversation.ts';
import { type AskModel, type ModelCall, ModelError, type ModelPiece, type Said } from './model-piece.ts';
import type { Model } from './open-model.ts';
import { splitThoughts } from './split-thoughts.ts';

/** How a reply ended; with what may be logged of it, when the model failed. */
export type Ending = { status: MessageStatus; failure?: Record<string, unknown> };

/** How long a model may be silent, and how long it may take in all. */
export type Timeouts = { silentMs: number; totalMs: number };

/** After how long a model is asked once more that could not answer just now, in milliseconds. */
const askAgainMs = 2000;

/** The statuses of answers with which a service asks for another try. */
const isTemporary = (status: number) => status === 408 || status === 409 || status === 429 || status >= 500;

/**
 * Streams the reply of a model. Never throws.
 *
 * @param signal aborts with the status that the reply is to have
 * @param hear gets the text as it comes
 */
export async function streamModel(
  { ask, systemPrompt, contextTokens, replyTokens }: Model,
  conversation: Said[],
  { signal, hear, timeouts }: { signal: AbortSignal; hear: (text: string) => void; timeouts: Timeouts },
): Promise<Ending> {
  const timedOut = new AbortController();
  const silence = setTimeout(() => timedOut.abort('silent'), timeouts.silentMs);
  const slowness = setTimeout(() => timedOut.abort('too slow'), timeouts.totalMs);
  const call: ModelCall = {
    systemPrompt,
    conversation: fitConversation(conversation, { systemPrompt, contextTokens }),
    maxTokens: replyTokens,
    signal: AbortSignal.any([signal, timedOut.signal]),
  };
  let failed: MessageStatus = 'failed';
  try {
    const pieces = await askTwice(ask, call);
    // A line that breaks throws from here on.
    failed = 'interrupted';
    const seen = new Set<ModelPiece['type']>();
    let reason: string | null = null;
    for await (const piece of splitThoughts(pieces)) {
      silence.refresh();
      seen.add(piece.type);
      if (piece.type === 'text') hear(piece.text);
      if (piece.type === 'finish') reason ??= piece.reason;
    }
    call.signal.throwIfAborted();
    return endingOf(reason, seen);
  } catch (error) {
    if (signal.aborted) return { status: signal.reason };
    if (timedOut.signal.aborted) return { status: 'interrupted', failure: { error: timedOut.signal.reason } };
    if (error instanceof ModelError) failed = 'failed';
    return { status: failed, failure: describeError(error) };
  } finally {
    clearTimeout(silence);
    clearTimeout(slowness);
  }
}

/** Asks the model, and once more when that may help: it was busy, or the connection failed. */
async function askTwice(ask: AskModel, call: ModelCall): Promise<AsyncIterable<ModelPiece>> {
  try {
    return await ask(call);
  } catch (error) {
    const mayHelp =
      error instanceof ModelError ? isTemporary(error.httpStatus ?? 0) : error instanceof TypeError;
    if (!mayHelp) throw error;
    await wait(askAgainMs, undefined, { signal: call.signal });
    return await ask(call);
  }
}

/** @param reason why the model ended; null when it said nothing of it */
function endingOf(reason: string | null, seen: Set<ModelPiece['type']>): Ending {
  if (reason === null) return { status: 'interrupted', failure: { error: 'broken off' } };
  if (!seen.has('text') && seen.has('tool'))
    return { status: 'failed', failure: { error: 'it calls tools' } };
  if (!seen.has('text') && reason === 'length' && seen.has('thought'))
    return { status: 'failed', failure: { error: 'it spent its tokens on thinking' } };
  if (reason === 'content_filter') return { status: 'stopped', failure: { error: 'its filter ended it' } };
  return { status: 'complete' };
}
