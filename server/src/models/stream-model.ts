import { setTimeout as wait } from 'node:timers/promises';
import type { MessageStatus } from '@foyer/database/tables';
import { APICallError, InvalidResponseDataError } from 'ai';
import { describeError } from './describe-error.ts';
import { fitConversation, type Said } from './fit-conversation.ts';
import type { Call, Model } from './open-model.ts';

/** How a reply ended; with what may be logged of it, when the model failed. */
export type Ending = { status: MessageStatus; failure?: Record<string, unknown> };

/** How long a model may be silent, and how long it may take in all. */
export type Timeouts = { silentMs: number; totalMs: number };

/** After how long a model is asked once more that could not answer just now, in milliseconds. */
const askAgainMs = 2000;

/**
 * Lets the model speak, and never throws. The SDK's `streamText` is made for tools and steps, and takes twice the time for
 * each token.
 *
 * @param signal aborts with the status that the reply is to have
 * @param hear gets the text as it comes
 */
export async function streamModel(
  { languageModel, systemPrompt, contextTokens, replyTokens }: Model,
  conversation: Said[],
  { signal, hear, timeouts }: { signal: AbortSignal; hear: (text: string) => void; timeouts: Timeouts },
): Promise<Ending> {
  const timedOut = new AbortController();
  const silence = setTimeout(() => timedOut.abort('silent'), timeouts.silentMs);
  const slowness = setTimeout(() => timedOut.abort('too slow'), timeouts.totalMs);
  const abortSignal = AbortSignal.any([signal, timedOut.signal]);
  const sent = fitConversation(conversation, { systemPrompt, contextTokens });
  const call = { prompt: promptOf(systemPrompt, sent), maxOutputTokens: replyTokens, abortSignal };
  let failed: MessageStatus = 'failed';
  try {
    const { stream } = await ask(languageModel, call);
    // A line that breaks throws from here on.
    failed = 'interrupted';
    let error: unknown;
    for await (const part of stream) {
      silence.refresh();
      if (part.type === 'text-delta') hear(part.delta);
      else if (part.type === 'error') error = part.error;
      else if (part.type === 'finish' && !error) return endingOf(part.finishReason.unified);
    }
    if (!error && !abortSignal.aborted) return endingOf('interrupted');
    if (error && !isBrokenOff(error)) failed = 'failed';
    throw error;
  } catch (error) {
    if (signal.aborted) return { status: signal.reason };
    if (timedOut.signal.aborted) return { status: 'interrupted', failure: { error: timedOut.signal.reason } };
    return { status: failed, failure: describeError(error) };
  } finally {
    clearTimeout(silence);
    clearTimeout(slowness);
  }
}

/** Asks the model, and once more when that may help. */
async function ask(model: Model['languageModel'], call: Call) {
  try {
    return await model.doStream(call);
  } catch (error) {
    if (!APICallError.isInstance(error) || !error.isRetryable) throw error;
    await wait(askAgainMs, undefined, { signal: call.abortSignal });
    return await model.doStream(call);
  }
}

function endingOf(finishReason: string): Ending {
  if (finishReason === 'interrupted') return { status: 'interrupted', failure: { error: 'broken off' } };
  if (finishReason === 'error') return { status: 'failed', failure: { error: 'given up' } };
  return { status: 'complete' };
}

/** An answer whose stream ends in order, but without the part that says so. */
function isBrokenOff(error: unknown): boolean {
  return InvalidResponseDataError.isInstance(error);
}

/** Questions that were never answered are joined with the next: many models insist that the roles alternate. */
function promptOf(systemPrompt: string | undefined, conversation: Said[]): Call['prompt'] {
  const said: { role: 'user' | 'assistant'; content: { type: 'text'; text: string }[] }[] = [];
  for (const { role, text } of conversation) {
    const last = said.at(-1);
    const [before] = last?.role === role ? last.content : [];
    if (before) before.text += `\n\n${text}`;
    else said.push({ role, content: [{ type: 'text', text }] });
  }
  return systemPrompt ? [{ role: 'system', content: systemPrompt }, ...said] : said;
}
