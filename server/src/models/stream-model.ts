import { setTimeout as wait } from 'node:timers/promises';
import type { MessageStatus } from '@foyer/database/tables';
import { describeError } from './describe-error.ts';
import { fitConversation } from './fit-conversation.ts';
import {
  type AskModel,
  type ModelCall,
  ModelError,
  type ModelMessage,
  type ModelPiece,
} from './model-piece.ts';
import type { Model } from './open-model.ts';
import { splitThoughts } from './split-thoughts.ts';

/** `failure` is safe to log. */
export type Ending = { status: MessageStatus; failure?: Record<string, unknown> };

export type Timeouts = { silentMs: number; totalMs: number };

/** Wait before the single retry, in milliseconds. */
const retryMs = 2000;

const isTemporary = (status: number) => status === 408 || status === 409 || status === 429 || status >= 500;

/** Never throws. `signal`'s reason becomes the status of the reply. */
export async function streamModel(
  { ask, systemPrompt, contextTokens, replyTokens }: Model,
  conversation: ModelMessage[],
  { signal, onText, timeouts }: { signal: AbortSignal; onText: (text: string) => void; timeouts: Timeouts },
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
    // A broken connection throws from here on.
    failed = 'interrupted';
    const seen = new Set<ModelPiece['type']>();
    let reason: string | null = null;
    for await (const piece of splitThoughts(pieces)) {
      silence.refresh();
      seen.add(piece.type);
      if (piece.type === 'text') onText(piece.text);
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

/** Retries once if the service was busy or the connection failed. */
async function askTwice(ask: AskModel, call: ModelCall): Promise<AsyncIterable<ModelPiece>> {
  try {
    return await ask(call);
  } catch (error) {
    const mayHelp =
      error instanceof ModelError ? isTemporary(error.httpStatus ?? 0) : error instanceof TypeError;
    if (!mayHelp) throw error;
    await wait(retryMs, undefined, { signal: call.signal });
    return await ask(call);
  }
}

/** @param reason null when the model gave none */
function endingOf(reason: string | null, seen: Set<ModelPiece['type']>): Ending {
  if (reason === null) return { status: 'interrupted', failure: { error: 'broken off' } };
  if (!seen.has('text') && seen.has('tool'))
    return { status: 'failed', failure: { error: 'it calls tools' } };
  if (!seen.has('text') && reason === 'length' && seen.has('thought'))
    return { status: 'failed', failure: { error: 'it spent its tokens on thinking' } };
  if (reason === 'content_filter') return { status: 'stopped', failure: { error: 'its filter ended it' } };
  return { status: 'complete' };
}
